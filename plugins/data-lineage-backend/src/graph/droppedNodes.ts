import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { OPEN } from '../derive/Interval';
import { OBSERVED } from '../derive/originIndex';

/**
 * When datasets were dropped that nothing has shown to be there since: no facet, and
 * no run, whose edges of before have ended by the drop.
 */
export async function droppedNodes(
  ids: readonly number[],
  knex: Knex,
): Promise<Map<number, number>> {
  const rows = await knex('drops as d')
    .join('nodes as n', 'n.id', 'd.node_id')
    .where(isAnyOf(knex, 'n.canonical_id', ids))
    .whereRaw(
      `not exists (select 1 from lives v join nodes m on m.id = v.node_id
         where m.canonical_id = n.canonical_id and v.alive_at >= d.dropped_at)`,
    )
    .whereRaw(
      ['from_id', 'to_id']
        .map(
          end =>
            `not exists (select 1 from edges e where e.${end} = n.canonical_id
               and e.superseded_at is null and e.valid_to = ${OPEN} and e.origin = ${OBSERVED})`,
        )
        .join(' and '),
    )
    .groupBy('n.canonical_id')
    .select('n.canonical_id', knex.raw('max(d.dropped_at) as dropped_at'));
  return new Map(rows.map(row => [row.canonical_id, Number(row.dropped_at)]));
}
