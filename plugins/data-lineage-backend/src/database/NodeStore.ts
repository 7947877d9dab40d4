import {
  LineageName,
  NodeType,
} from '@datalark/backstage-plugin-data-lineage-common';
import { normalisedName } from '@datalark/openlineage';
import { Knex } from 'knex';
import { hashOf } from './hashOf';
import { insertRows, isAnyOf } from './manyRows';

/** A dataset or job by its name. */
export type NodeName = LineageName & { type: NodeType };

/** Row of a node. */
export type StoredNode = NodeName & { id: number; canonicalId: number };

/** Longer names are no names. */
export const LONGEST_NAME = 4_000;

const CACHED = 300_000;

const parts = ({ name }: NodeName) => name.split('.').length;

const nodeRow = (node: NodeName & { key: string }) => ({
  key: node.key,
  type: node.type,
  namespace: node.namespace,
  name: node.name,
  search_text: `${node.namespace}\n${node.name}`.toLowerCase(),
});

const storedNode = (found: any): StoredNode => ({
  id: found.id,
  type: found.type,
  namespace: found.namespace,
  name: found.name,
  canonicalId: found.canonical_id,
});

/** Every spelling of a dataset's name has the same key. */
export function nodeKey({ type, namespace, name }: NodeName): string {
  const pair =
    type === 'dataset'
      ? normalisedName({ namespace, name })
      : { namespace, name };
  return hashOf(JSON.stringify([type, pair.namespace, pair.name]));
}

/**
 * Of several spellings the one with the most parts is shown (`db.public.table`
 * rather than `db.table`), then the first in order, whichever came first.
 */
function isShownBefore(a: NodeName, b: NodeName): boolean {
  if (parts(a) !== parts(b)) return parts(a) > parts(b);
  return spelling(a) < spelling(b);
}

function spelling({ type, namespace, name }: NodeName): string {
  return `${type}\n${namespace}\n${name}`;
}

/** Names of datasets and jobs, with the small numbers that edges are made of. */
export class NodeStore {
  /** By spelling; rows are never deleted, so these stay true. */
  readonly #ids = new Map<string, number>();

  constructor(private readonly knex: Knex) {}

  /** Ids by name; names that are new get one. */
  async ensure(
    names: readonly NodeName[],
    knex: Knex = this.knex,
  ): Promise<(name: NodeName) => number> {
    const unknown = new Map<string, NodeName>();
    for (const name of names) {
      const text = spelling(name);
      if (!this.#ids.has(text)) unknown.set(text, name);
    }
    if (unknown.size > 0) await this.#learn([...unknown.values()], knex);
    return name => this.#ids.get(spelling(name))!;
  }

  /** Ids of the names that there are, in the order asked. */
  async find(names: readonly NodeName[]): Promise<(number | undefined)[]> {
    const keys = names.map(nodeKey);
    const rows = await this.knex('nodes')
      .where(isAnyOf(this.knex, 'key', keys))
      .select('id', 'key');
    const ids = new Map(rows.map(row => [row.key, row.id]));
    return keys.map(key => ids.get(key));
  }

  async get(
    ids: readonly number[],
    knex: Knex = this.knex,
  ): Promise<StoredNode[]> {
    const rows = await knex('nodes')
      .where(isAnyOf(knex, 'id', ids))
      .select('id', 'type', 'namespace', 'name', 'canonical_id');
    return rows.map(storedNode);
  }

  /** To be called when a transaction that called `ensure` was rolled back. */
  forget(): void {
    this.#ids.clear();
  }

  async #learn(names: NodeName[], knex: Knex): Promise<void> {
    const wanted = names.map(name => ({ ...name, key: nodeKey(name) }));
    const before = await this.#byKey(wanted, knex);
    const missing = new Map(
      wanted
        .sort((a, b) => (isShownBefore(a, b) ? 1 : -1))
        .filter(({ key }) => !before.has(key))
        .map(name => [name.key, name]),
    );
    await insertRows(
      knex,
      'nodes',
      {
        key: 'text',
        type: 'text',
        namespace: 'text',
        name: 'text',
        search_text: 'text',
        canonical_id: 'integer',
      },
      [...missing.values()].map(name => ({
        ...nodeRow(name),
        canonical_id: 0,
      })),
      'on conflict (key) do nothing',
    );
    const after = missing.size ? await this.#byKey(wanted, knex) : before;
    if (missing.size > 0) {
      await knex('nodes')
        .where(isAnyOf(knex, 'key', [...missing.keys()]))
        .andWhere({ canonical_id: 0 })
        .update({ canonical_id: knex.ref('id') });
    }
    if (this.#ids.size > CACHED) this.#ids.clear();
    for (const name of wanted) {
      const found = after.get(name.key)!;
      if (isShownBefore(name, found)) {
        await knex('nodes').where({ id: found.id }).update(nodeRow(name));
        after.set(name.key, { ...found, ...name });
      }
      this.#ids.set(spelling(name), found.id);
    }
  }

  async #byKey(
    names: readonly { key: string }[],
    knex: Knex,
  ): Promise<Map<string, StoredNode>> {
    const rows = await knex('nodes')
      .where(
        isAnyOf(
          knex,
          'key',
          names.map(({ key }) => key),
        ),
      )
      .select('id', 'key', 'type', 'namespace', 'name', 'canonical_id');
    return new Map(rows.map(found => [found.key, storedNode(found)]));
  }
}
