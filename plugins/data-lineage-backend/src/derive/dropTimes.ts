import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { OPEN } from './Interval';

/** When what was said of a name at a time ends, because the dataset was dropped. */
export type UntilDropped = (node: number, at: number) => number;

/** Nothing was dropped, or it does not count. */
export const neverDropped: UntilDropped = () => OPEN;

/**
 * The drops of datasets by any of their names. A name that was given up in a rename
 * has no part in what the dataset behind the new one went through before.
 */
export async function dropTimes(
  nodes: readonly number[],
  leadsTo: (node: number) => number,
  knex: Knex,
): Promise<UntilDropped> {
  const leads = [...new Set(nodes.map(leadsTo))];
  const rows = await knex('drops as d')
    .join('nodes as n', 'n.id', 'd.node_id')
    .where(isAnyOf(knex, 'n.canonical_id', leads))
    .select('n.canonical_id', 'd.node_id', 'd.dropped_at');
  if (rows.length === 0) return neverDropped;
  const drops = new Map<number, { node: number; at: number }[]>();
  for (const row of rows) {
    const list = drops.get(row.canonical_id) ?? [];
    list.push({ node: row.node_id, at: Number(row.dropped_at) });
    drops.set(row.canonical_id, list);
  }
  const renamed = new Map<number, number>();
  for (const row of await knex('renames').where(
    isAnyOf(knex, 'previous_id', nodes),
  )) {
    const known = renamed.get(row.previous_id) ?? -Infinity;
    renamed.set(row.previous_id, Math.max(known, Number(row.renamed_at)));
  }
  return (node, at) => {
    let until = OPEN;
    for (const drop of drops.get(leadsTo(node)) ?? []) {
      const counts =
        drop.node === node || drop.at > (renamed.get(node) ?? -Infinity);
      if (counts && drop.at > at) until = Math.min(until, drop.at);
    }
    return until;
  };
}
