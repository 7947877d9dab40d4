import { NotCompared } from '@datalark/backstage-plugin-data-lineage-common';
import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { OBSERVED } from '../derive/originIndex';

const MOST = 200;

/** SQL: a run of the job has said what it reads or writes, be it nothing. */
export const saysWhatFlows = (job: string) =>
  `exists (select 1 from scopes x join nodes m on m.id = x.node_id join runs r on r.scope_id = x.id
     where m.canonical_id = ${job}.canonical_id and x.origin = ${OBSERVED} and r.statements <> '[]')`;

const hasRuns = (job: string) =>
  `exists (select 1 from scopes x join nodes m on m.id = x.node_id
     where m.canonical_id = ${job}.canonical_id and x.origin = ${OBSERVED})`;

/**
 * Jobs of which something is declared or inferred and nothing observed, with why:
 * those that run, and at nodes that somebody asks for those that never did, too.
 */
export async function jobsNotCompared(
  knex: Knex,
  around?: readonly number[],
): Promise<Map<number, NotCompared['reason']>> {
  const rows = await knex('scopes as s')
    .join('nodes as j', 'j.id', 's.node_id')
    .where('j.type', 'job')
    .whereNot('s.origin', OBSERVED)
    .whereRaw(`not ${saysWhatFlows('j')}`)
    .whereExists(q => {
      q.from('edges as e')
        .whereRaw('e.scope_id = s.id and e.superseded_at is null')
        .select(knex.raw('1'));
      if (!around) return;
      q.where(end =>
        end
          .where(isAnyOf(knex, 'e.from_id', around))
          .orWhere(isAnyOf(knex, 'e.to_id', around)),
      );
    })
    .where(q => around === undefined && q.whereRaw(hasRuns('j')))
    .distinct('j.canonical_id')
    .select(knex.raw(`case when ${hasRuns('j')} then 1 else 0 end as runs`))
    .orderBy('j.canonical_id')
    .limit(MOST);
  return new Map(
    rows.map(row => [
      row.canonical_id,
      Number(row.runs) === 1 ? 'engine-does-not-report' : 'never-seen-running',
    ]),
  );
}
