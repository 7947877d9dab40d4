// @ts-check

const OPEN = '8640000000000000';
/** Index in `ORIGINS`. */
const OBSERVED = 2;

const heard = '(select s.last_seen_at from scopes s where s.id = e.scope_id)';
const written = `case when e.origin = ${OBSERVED} then ${heard} end`;
const holds = `e.superseded_at is null
        and (case when as_of is null then e.valid_to = ${OPEN} else e.valid_from <= as_of and e.valid_to > as_of end)
        and (only_origins is null or e.origin = any(only_origins))`;

/** @param {Record<string, string>} columns */
const json = columns =>
  `json_build_object(${Object.entries(columns)
    .map(([name, value]) => `'${name}', json_agg(${value})`)
    .join(', ')})`;

/**
 * Rows of neighbours that are not among the nodes.
 *
 * @param {string} own
 * @param {string} other
 */
const outside = (own, other) => `(
      select ${json({
        node: 'o.node',
        count: 'o.count',
        heard: 'o.heard',
        written: 'o.written',
      })}
      from (
        select e.${own} as node, count(distinct e.${other}) as count, max(${heard}) as heard, max(${written}) as written
        from edges e where e.${own} = any(nodes) and ${holds}
          and e.${other} not in (select unnest(nodes))
        group by e.${own}
      ) as o)`;

/**
 * Edges among nodes, and how many neighbours are elsewhere: each column as one
 * array, which is read faster than rows; see `src/graph/EdgeReader.ts`.
 */
const around = `
create function lineage_around(nodes integer[], as_of bigint, only_origins smallint[])
returns table (inside json, upstream json, downstream json)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query select (
      select ${json({
        from_id: 'e.from_id',
        to_id: 'e.to_id',
        origin: 'e.origin',
        valid_from: 'e.valid_from',
        valid_to: 'e.valid_to',
        heard,
      })}
      from edges e where e.from_id = any(nodes) and ${holds}
        -- Is true: so that it is a look into a hash table, however many nodes there are.
        and (e.to_id in (select unnest(nodes))) is true),
    ${outside('to_id', 'from_id')},
    ${outside('from_id', 'to_id')};
end $$`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw(around);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw('drop function lineage_around');
};
