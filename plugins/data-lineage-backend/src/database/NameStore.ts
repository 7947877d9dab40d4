import { Knex } from 'knex';
import { leadingNames } from '../derive/leadingName';
import { isAnyOf } from './manyRows';

/** Names that have to do with each other are followed up to so many. */
const MOST_NAMES = 5_000;

/** Which names mean the same dataset, by symlinks and aliases. */
export class NameStore {
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
        .orWhere(isAnyOf(knex, 'symlink_id', frontier))
        .distinct('node_id', 'symlink_id');
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
