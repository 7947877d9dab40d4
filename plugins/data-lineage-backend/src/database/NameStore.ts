import { Knex } from 'knex';
import { leadingNames } from '../derive/leadingName';
import { isAnyOf } from './manyRows';

/** Names that have to do with each other are followed up to so many. */
const MOST_NAMES = 5_000;

/** Which names mean the same dataset, by symlinks, renames and aliases. */
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
    const dropped =
      changed.length > 0 && (await this.#dropped(around.ids, knex));
    return [
      ...new Set([
        ...changed.map(row => row.canonical_id as number),
        // Drops of a name that has come are those of the whole dataset.
        ...(dropped ? byTarget.keys() : []),
      ]),
    ];
  }

  /** What the names of these nodes lead to. */
  async leadsOf(nodes: readonly number[], knex: Knex): Promise<number[]> {
    if (nodes.length === 0) return [];
    const rows = await knex('nodes')
      .where(isAnyOf(knex, 'id', nodes))
      .distinct('canonical_id');
    return rows.map(row => row.canonical_id);
  }

  async #dropped(ids: ReadonlySet<number>, knex: Knex): Promise<boolean> {
    const row = await knex('drops')
      .where(isAnyOf(knex, 'node_id', [...ids]))
      .first('node_id');
    return row !== undefined;
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
      const isNew = isAnyOf(knex, 'r.node_id', frontier);
      const isOld = isAnyOf(knex, 'r.previous_id', frontier);
      // A name that is there after it was given up means something else.
      const renames = await knex('renames as r')
        .leftJoin('lives as l', 'l.node_id', 'r.previous_id')
        .where(q => q.where(isNew).orWhere(isOld))
        .where(q =>
          q
            .whereNull('l.alive_at')
            .orWhere('l.alive_at', '<=', knex.ref('r.renamed_at')),
        )
        .select('r.node_id', 'r.previous_id as symlink_id');
      const said = await knex('aliases')
        .where(isAnyOf(knex, 'node_id', frontier))
        .orWhere(isAnyOf(knex, 'target_id', frontier));
      const next = new Set<number>();
      for (const { node_id: node, symlink_id: symlink } of [
        ...symlinks,
        ...renames,
      ]) {
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
