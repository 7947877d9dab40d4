// @ts-check

const before = require('./20261130000010_walk');

const OPEN = '8640000000000000';

/** @param {{ table: string, own: string, other: string, from: string, known: string }} names */
const next = ({ table, own, other, from, known }) => `
      ${from} := array(
        select e.${other} from ${table} e where e.${own} = any(${from})
          and e.superseded_at is null
          and (case when as_of is null then e.valid_to = ${OPEN} else e.valid_from <= as_of and e.valid_to > as_of end)
          and (only_origins is null or e.origin = any(only_origins))
        except select unnest(${known}));
      ${known} := ${known} || ${from};`;

/**
 * One walk in one round trip, a row for each level; see `src/graph/LevelWalk.ts`.
 * It is planned once for all levels: a plan for each took longer than the walk.
 *
 * @param {string} name
 * @param {string} table
 */
const levels = (name, table) => `
create function ${name}(
  up integer[], down integer[], max_depth integer, max_nodes integer,
  as_of bigint, only_origins smallint[]
) returns table (upstream integer[], downstream integer[])
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  seen_up integer[] := up;
  seen_down integer[] := down;
begin
  upstream := up;
  downstream := down;
  for level in 1..max_depth loop
    if cardinality(upstream) > 0 then${next({
      table,
      own: 'to_id',
      other: 'from_id',
      from: 'upstream',
      known: 'seen_up',
    })}
    end if;
    if cardinality(downstream) > 0 then${next({
      table,
      own: 'from_id',
      other: 'to_id',
      from: 'downstream',
      known: 'seen_down',
    })}
    end if;
    exit when cardinality(upstream) + cardinality(downstream) = 0;
    return next;
    -- Beyond the cap, whichever of them count.
    exit when greatest(cardinality(seen_up), cardinality(seen_down)) > max_nodes;
  end loop;
end $$`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  if (knex.client.config.client !== 'pg') return;
  await before.down(knex);
  await knex.raw(levels('lineage_levels', 'edges'));
  await knex.raw(levels('lineage_column_levels', 'column_edges'));
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw('drop function lineage_levels');
  await knex.raw('drop function lineage_column_levels');
  await before.up(knex);
};
