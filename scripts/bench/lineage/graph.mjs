import { join } from 'node:path';
import { loadTypeScript } from '../../bootstrap/loadTypeScript.mjs';
import { withFigures } from './figures.mjs';
import { startLineagePortal, withPostgres } from './lineagePortal.mjs';

const COLUMNS = 14;
/** Jobs of one island; each writes two datasets and reads up to three of its island. */
const ISLAND = 100;
const ROUNDS = 150;

const OPEN = 8_640_000_000_000_000;
const SEEN = Date.UTC(2026, 0, 1);

/**
 * How long parts of a large graph take over HTTP, with names: islands of 100
 * jobs and 200 datasets, as Marquez was measured. Rows of figures.
 */
export const benchGraph = (sizes = [1_000, 50_000]) => withFigures('graph', context => graph(sizes, context));

async function graph(sizes, { home, say }) {
  const port = await loadTypeScript('@datalark/local-engines').freePort();
  return withPostgres(async ({ connection, knex }) => {
    const rows = [];
    const portal = await startLineagePortal({
      home: join(home, 'graph'),
      port,
      connection,
    });
    try {
      let from = 0;
      const p95 = [];
      for (const jobs of sizes) {
        say(
          `${jobs.toLocaleString('en')} jobs, ${(jobs * 2).toLocaleString(
            'en',
          )} datasets …`,
        );
        await fill(knex, from, jobs);
        from = jobs;
        const island = () => Math.floor(Math.random() * (jobs / ISLAND));
        const dataset = () =>
          nodeId(`dataset_${(island() * ISLAND + Math.floor(ISLAND / 2)) * 2}`);
        const near = await measure(() =>
          portal.get(`/graph?depth=20&nodes=${dataset()}`),
        );
        p95.push(near.p95);
        say(
          `depth 20: p50 ${near.p50.toFixed(1)} ms, p95 ${near.p95.toFixed(
            1,
          )} ms, ${near.last.nodes.length} nodes`,
        );
        if (jobs !== sizes.at(-1)) continue;
        rows.push({
          what: `neighbourhood, depth 20, ${jobs.toLocaleString('en')} jobs`,
          figure: `p50 ${near.p50.toFixed(1)} ms, p95 ${near.p95.toFixed(
            1,
          )} ms, ${near.last.nodes.length} nodes`,
          goal: 'p95 ≤ 10 ms',
          isMet: near.p95 <= 10,
        });
        const growth = p95.at(-1) / p95[0];
        rows.push({
          what: `the same, ${sizes[0].toLocaleString(
            'en',
          )} → ${jobs.toLocaleString('en')} jobs`,
          figure: `${growth.toFixed(2)} ×`,
          goal: '≤ 1.3 ×',
          isMet: growth <= 1.3,
        });
        const [{ count }] = await knex('column_edges').count({ count: '*' });
        const column = await measure(() =>
          portal.get(`/column?column=column_3&node=${dataset()}`),
        );
        const links = column.last.columnLinks.length;
        rows.push({
          what: `column end to end, ${Number(count).toLocaleString(
            'en',
          )} column edges`,
          figure: `p50 ${column.p50.toFixed(1)} ms, p95 ${column.p95.toFixed(
            1,
          )} ms, ${links} links`,
          goal: 'p95 ≤ 50 ms',
          isMet: column.p95 <= 50,
        });
      }
      return rows;
    } finally {
      await portal.stop();
    }
  });
}

const nodeId = name => encodeURIComponent(`dataset:bench:${name}`);

async function measure(ask) {
  let last;
  for (let i = 0; i < 20; i += 1) last = await ask();
  const times = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const began = performance.now();
    last = await ask();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(ROUNDS * 0.5)],
    p95: times[Math.floor(ROUNDS * 0.95)],
    last,
  };
}

/** Writes the graph of jobs `from` to `to` as events would have made it. */
async function fill(knex, from, to) {
  const key = `translate(rtrim(encode(sha256(convert_to('["' || type || '","bench","' || name || '"]', 'UTF8')), 'base64'), '='), '+/', '-_')`;
  // Node ids: job n is 3n+1, its datasets 3n+2 and 3n+3; dataset d belongs to job d/2.
  const nodeOf = dataset => `((${dataset}) / 2) * 3 + 2 + (${dataset}) % 2`;
  const island = `(j / ${ISLAND}) * ${ISLAND}`;
  const within = `j % ${ISLAND}`;
  // The job before it, and two further back: an island is one web.
  const inputs = `(values (1), (2), (3)) as k (k)`;
  const source = `(${island} + (${within} - case k.k when 1 then 1 when 2 then 1 + (j * 7) % 9 else 1 + (j * 13) % 23 end)) * 2 + (j + k.k) % 2`;
  const readsIt = `${within} - case k.k when 1 then 1 when 2 then 1 + (j * 7) % 9 else 1 + (j * 13) % 23 end >= 0`;
  const jobs = `generate_series(${from}, ${to - 1}) as j`;
  await knex.raw(`insert into nodes (id, key, type, namespace, name, search_text, canonical_id)
    select id, ${key}, type, 'bench', name, 'bench ' || name, id from (
      select j * 3 + 1 as id, 'job' as type, 'job_' || j as name from ${jobs}
      union all select j * 3 + 2 + d, 'dataset', 'dataset_' || (j * 2 + d) from ${jobs}, generate_series(0, 1) as d) as all_nodes`);
  await knex.raw(`insert into scopes (id, node_id, origin, source, last_seen_at, has_columns)
    select j + 1, j * 3 + 1, 2, '', ${SEEN}, true from ${jobs}`);
  const times = `j + 1, 2, ${SEEN}, ${OPEN}, ${SEEN}`;
  const timed = 'scope_id, origin, valid_from, valid_to, recorded_at';
  await knex.raw(`insert into edges (from_id, to_id, ${timed})
    select distinct ${nodeOf(
      source,
    )}, j * 3 + 1, ${times} from ${jobs}, ${inputs} where ${readsIt}
    union all select j * 3 + 1, j * 3 + 2 + d, ${times} from ${jobs}, generate_series(0, 1) as d`);
  await knex.raw(`insert into columns (id, node_id, name, search_text)
    select (j * 2 + d) * ${COLUMNS} + c + 1, j * 3 + 2 + d, 'column_' || c, 'column_' || c
    from ${jobs}, generate_series(0, 1) as d, generate_series(0, ${
    COLUMNS - 1
  }) as c`);
  await knex.raw(
    `insert into transformations (id, hash, body) values (1, 'identity', '[{"type":"DIRECT","subtype":"IDENTITY"}]') on conflict do nothing`,
  );
  await knex.raw(`insert into column_edges (from_id, to_id, transformation_id, ${timed})
    select distinct (${source}) * ${COLUMNS} + c + 1, (j * 2 + d) * ${COLUMNS} + c + 1, 1, ${times}
    from ${jobs}, ${inputs}, generate_series(0, 1) as d, generate_series(0, ${
    COLUMNS - 1
  }) as c where ${readsIt}`);
  for (const table of ['nodes', 'scopes', 'edges', 'columns', 'column_edges'])
    await knex.raw('analyze ??', [table]);
}
