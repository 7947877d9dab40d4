import { Knex } from 'knex';
import { leadingNames } from '../derive/leadingName';
import { ColumnType, insertRows, isAnyOf } from './manyRows';

/** A dataset says that another name means it too. */
export type Claim = { node: number; symlink: number; type?: string };

const SYMLINK_COLUMNS: Record<string, ColumnType> = {
  node_id: 'integer',
  symlink_id: 'integer',
  type: 'text',
};

/** Names that have to do with each other are followed up to so many. */
const MOST_NAMES = 5_000;

/** Which names mean the same dataset, by symlinks and aliases. */
export class NameStore {
  readonly #known = new Set<string>();

  /** Notes claims; gives the nodes of those that are new. */
  async claim(claims: readonly Claim[], knex: Knex): Promise<number[]> {
    const unknown = new Map(
      claims
        .filter(({ node, symlink }) => node !== symlink)
        .map(claim => [`${claim.node} ${claim.symlink}`, claim] as const)
        .filter(([key]) => !this.#known.has(key)),
    );
    if (unknown.size === 0) return [];
    const nodes = [...new Set([...unknown.values()].map(({ node }) => node))];
    const stored = await knex('symlinks')
      .where(isAnyOf(knex, 'node_id', nodes))
      .select('node_id', 'symlink_id');
    for (const { node_id, symlink_id } of stored) {
      this.#known.add(`${node_id} ${symlink_id}`);
      unknown.delete(`${node_id} ${symlink_id}`);
    }
    const fresh = [...unknown.values()];
    await insertRows(
      knex,
      'symlinks',
      SYMLINK_COLUMNS,
      fresh.map(({ node, symlink, type }) => ({
        node_id: node,
        symlink_id: symlink,
        type,
      })),
      'on conflict (node_id, symlink_id) do nothing',
    );
    for (const key of unknown.keys()) this.#known.add(key);
    return fresh.flatMap(({ node, symlink }) => [node, symlink]);
  }

  /** To be called when a transaction that called `claim` was rolled back. */
  forget(): void {
    this.#known.clear();
  }

  /**
   * Finds anew what the names around these nodes lead to. Gives the nodes that
   * edges were drawn at and that are not the right ones any more.
   */
  async relead(nodes: readonly number[], knex: Knex): Promise<number[]> {
    if (nodes.length === 0) return [];
    const around = await this.#around(nodes, knex);
    const rows = await knex('nodes')
      .where(isAnyOf(knex, 'id', [...around.ids]))
      .select('id', 'key', 'canonical_id');
    const leads = leadingNames({
      keys: new Map(rows.map(row => [row.id, row.key])),
      claims: around.claims,
      aliases: around.aliases,
    });
    const changed = rows.filter(row => leads.get(row.id) !== row.canonical_id);
    const byTarget = new Map<number, number[]>();
    for (const { id } of changed) {
      const target = leads.get(id)!;
      byTarget.set(target, [...(byTarget.get(target) ?? []), id]);
    }
    for (const [target, ids] of byTarget) {
      await knex('nodes')
        .where(isAnyOf(knex, 'id', ids))
        .update({ canonical_id: target });
    }
    return [...new Set(changed.map(row => row.canonical_id as number))];
  }

  async #around(nodes: readonly number[], knex: Knex) {
    const ids = new Set(nodes);
    const claims = new Map<string, { node: number; symlink: number }>();
    const aliases = new Map<number, number>();
    let frontier = [...ids];
    while (frontier.length > 0 && ids.size < MOST_NAMES) {
      const symlinks = await knex('symlinks')
        .where(isAnyOf(knex, 'node_id', frontier))
        .orWhere(isAnyOf(knex, 'symlink_id', frontier));
      const said = await knex('aliases')
        .where(isAnyOf(knex, 'node_id', frontier))
        .orWhere(isAnyOf(knex, 'target_id', frontier));
      const next = new Set<number>();
      for (const { node_id: node, symlink_id: symlink } of symlinks) {
        claims.set(`${node} ${symlink}`, { node, symlink });
        next.add(node).add(symlink);
      }
      for (const { node_id: node, target_id: target } of said) {
        aliases.set(node, target);
        next.add(node).add(target);
      }
      frontier = [...next].filter(id => !ids.has(id));
      for (const id of frontier) ids.add(id);
    }
    return { ids, claims: [...claims.values()], aliases };
  }
}
