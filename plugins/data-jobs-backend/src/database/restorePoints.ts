import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';

/** The part of a restore point that lists show. */
export type ListedRestorePoint = Pick<Snapshot, 'kind' | 'createdAt'>;

/**
 * SQL for a query that has `deployments as d`: when the restore point of the
 * deployment was made, or null. It says what `operations/restorePoint` says.
 */
export const RESTORE_POINT_TIME = `coalesce(
  (select max(s.created_at) from snapshots s where s.run_id = d.run_id),
  (select max(s.created_at) from runs r
     join snapshots s
       on s.entity_ref = r.entity_ref and s.environment = r.environment
      and (s.id = r.restored_from or s.location = r.restored_from)
    where r.id = d.run_id)
)`;

/** Restore points by the id of the present run, for many runs in two queries. */
export async function restorePointsOf(
  knex: Knex,
  runIds: string[],
): Promise<Map<string, ListedRestorePoint>> {
  const found = new Map<string, ListedRestorePoint>();
  if (!runIds.length) return found;
  const own = await knex('snapshots as s')
    .join(
      knex('snapshots')
        .whereIn('run_id', runIds)
        .groupBy('run_id')
        .select('run_id')
        .max('created_at as newest')
        .as('n'),
      q => q.on('n.run_id', 's.run_id').andOn('n.newest', 's.created_at'),
    )
    .orderBy('s.row_id')
    .select('s.run_id', 's.kind', 's.created_at');
  for (const row of own) found.set(row.run_id, pointOf(row));
  const without = runIds.filter(id => !found.has(id));
  if (!without.length) return found;
  const inherited = await knex('runs as r')
    .join('snapshots as s', q =>
      q
        .on('s.entity_ref', 'r.entity_ref')
        .andOn('s.environment', 'r.environment'),
    )
    .whereIn('r.id', without)
    .whereRaw('(s.id = r.restored_from or s.location = r.restored_from)')
    .orderBy('s.row_id')
    .select('r.id as run_id', 's.kind', 's.created_at');
  for (const row of inherited) found.set(row.run_id, pointOf(row));
  return found;
}

function pointOf(row: any): ListedRestorePoint {
  return { kind: row.kind, createdAt: row.created_at };
}
