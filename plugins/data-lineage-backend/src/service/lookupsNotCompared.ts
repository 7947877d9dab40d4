import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { OPEN } from '../derive/Interval';
import { INFERRED, OBSERVED } from '../derive/originIndex';
import { saysWhatFlows } from './jobsNotCompared';

const MOST = 200;

const current = (edge: string, origin: number) =>
  `${edge}.superseded_at is null and ${edge}.valid_to = ${OPEN} and ${edge}.origin = ${origin}`;

const sameEdge = (other: string, edge: string) =>
  `${other}.from_id = ${edge}.from_id and ${other}.to_id = ${edge}.to_id`;

/**
 * SQL: by its definition the job only looks up what this edge brings. Listeners of
 * engines see sources, and a lookup is none: that no run shows it says nothing.
 */
export const isOnlyLookedUp = (edge: string) =>
  `(exists (select 1 from edges l where ${sameEdge('l', edge)} and ${current(
    'l',
    INFERRED,
  )} and l.is_lookup)
    and not exists (select 1 from edges r where ${sameEdge(
      'r',
      edge,
    )} and ${current('r', INFERRED)} and not r.is_lookup))`;

/** Lookups of jobs whose runs tell what they read, but not these. */
export async function lookupsNotCompared(
  knex: Knex,
  around?: readonly number[],
): Promise<{ from: number; to: number }[]> {
  const rows = await knex('edges as e')
    .join('scopes as s', 's.id', 'e.scope_id')
    .join('nodes as j', 'j.id', 's.node_id')
    .whereRaw(`${current('e', INFERRED)} and e.is_lookup`)
    .whereRaw(isOnlyLookedUp('e'))
    .whereRaw(saysWhatFlows('j'))
    .whereRaw(
      `not exists (select 1 from edges o where ${sameEdge(
        'o',
        'e',
      )} and ${current('o', OBSERVED)})`,
    )
    .where(q => {
      if (!around) return;
      q.where(isAnyOf(knex, 'e.from_id', around)).orWhere(
        isAnyOf(knex, 'e.to_id', around),
      );
    })
    .distinct('e.from_id', 'e.to_id')
    .orderBy(['e.to_id', 'e.from_id'])
    .limit(MOST);
  return rows.map(row => ({ from: row.from_id, to: row.to_id }));
}
