// @ts-check

const OPEN = '8640000000000000';

/**
 * One walk, level by level, in one round trip; see `src/graph/LevelWalk.ts`.
 *
 * @param {string} name
 * @param {string} table
 */
const walk = (name, table) => `
create function ${name}(
  up integer[], down integer[], max_depth integer, max_nodes integer,
  as_of bigint, only_origins smallint[]
) returns table (node_id integer, step integer, is_cut boolean)
language plpgsql stable as $$
declare
  seen_up integer[] := up;
  seen_down integer[] := down;
  next_up integer[] := up;
  next_down integer[] := down;
  ids integer[];
  total integer;
begin
  ids := array(select distinct u from unnest(up || down) as u);
  total := cardinality(ids);
  return query select u, 0, false from unnest(ids) as u;
  for level in 1..max_depth loop
    exit when cardinality(next_up) = 0 and cardinality(next_down) = 0;
    next_up := array(
      select distinct e.from_id from unnest(next_up) as f join ${table} e on e.to_id = f
      where e.superseded_at is null
        and (case when as_of is null then e.valid_to = ${OPEN} else e.valid_from <= as_of and e.valid_to > as_of end)
        and (only_origins is null or e.origin = any(only_origins))
        and not exists (select 1 from unnest(seen_up) as s where s = e.from_id)
      order by 1);
    next_down := array(
      select distinct e.to_id from unnest(next_down) as f join ${table} e on e.from_id = f
      where e.superseded_at is null
        and (case when as_of is null then e.valid_to = ${OPEN} else e.valid_from <= as_of and e.valid_to > as_of end)
        and (only_origins is null or e.origin = any(only_origins))
        and not exists (select 1 from unnest(seen_down) as s where s = e.to_id)
      order by 1);
    seen_up := seen_up || next_up;
    seen_down := seen_down || next_down;
    ids := array(
      select u from unnest(next_up) as u where not exists (select 1 from unnest(seen_down) as s where s = u)
      union
      select d from unnest(next_down) as d where not exists (select 1 from unnest(seen_up) as s where s = d)
      union
      -- Seen from both sides in this step: told once, unless it was told before.
      select u from unnest(next_up) as u join unnest(next_down) as d on d = u);
    if total + cardinality(ids) > max_nodes then
      return query select i, level, true from unnest(ids[1:max_nodes - total]) as i;
      return query select null::integer, level, true;
      return;
    end if;
    total := total + cardinality(ids);
    return query select i, level, false from unnest(ids) as i;
  end loop;
end $$`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw(walk('lineage_walk', 'edges'));
  await knex.raw(walk('lineage_column_walk', 'column_edges'));
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw('drop function lineage_walk');
  await knex.raw('drop function lineage_column_walk');
};
