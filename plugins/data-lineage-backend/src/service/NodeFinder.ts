import { InputError, NotFoundError } from '@backstage/errors';
import {
  NodeId,
  parseNodeId,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { nodeKey } from '../database/NodeStore';

/** Finds nodes by the ids that callers give. */
export class NodeFinder {
  constructor(private readonly knex: Knex) {}

  /** What the ids lead to, each once; ids of nothing are left out. */
  async find(ids: readonly NodeId[]): Promise<number[]> {
    const names = ids.map(id => {
      const name = parseNodeId(id);
      if (!name) {
        throw new InputError(
          `${id} is no id of a node; give dataset:NAMESPACE:NAME or job:NAMESPACE:NAME, both parts URI-encoded.`,
        );
      }
      return name;
    });
    const rows = await this.knex('nodes')
      .where(isAnyOf(this.knex, 'key', names.map(nodeKey)))
      .select('key', 'canonical_id');
    const byKey = new Map<string, number>(
      rows.map(row => [row.key, row.canonical_id]),
    );
    const found = new Set<number>();
    for (const name of names) {
      const id = byKey.get(nodeKey(name));
      if (id !== undefined) found.add(id);
      else if (name.namespace === '' && name.type === 'dataset') {
        for (const one of await this.#scoped(name.name)) found.add(one);
      }
    }
    return [...found];
  }

  async one(id: NodeId): Promise<number> {
    const [found] = await this.find([id]);
    if (found === undefined) throw notFound([id]);
    return found;
  }

  /** Names without a namespace mean something in their job only. */
  async #scoped(name: string): Promise<number[]> {
    const rows = await this.knex('nodes')
      .where({ type: 'dataset', name })
      .andWhere('namespace', 'like', 'job://%')
      .limit(100)
      .select('canonical_id');
    return rows.map(row => row.canonical_id);
  }
}

/** The same whether there is no such node or the caller may not see it. */
export function notFound(ids: readonly NodeId[]): NotFoundError {
  return new NotFoundError(
    `There is no ${ids.join(
      ', ',
    )} in the lineage graph, or you may not see it.`,
  );
}
