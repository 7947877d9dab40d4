import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../bootstrap/paths.mjs';
import { TRANSFORM } from '../../bootstrap/loadTypeScript.mjs';
import { flinkJobId } from './fakeFlink.mjs';
import { zetaJobId } from './fakeZeta.mjs';

const backend = createRequire(join(ROOT, 'plugins/data-jobs-backend/package.json'));

/**
 * Writes `total` jobs into an empty database as if they had been deployed an
 * hour ago; the first `live` of them run, half on each fake engine. They count as
 * gone from Git, so that the catalog's work does not disturb the figures.
 */
export async function seedJobs(connection, { live, total, origin = 'git' }) {
  backend(TRANSFORM);
  const knex = backend('knex')(connection);
  const { applyMigrations } = backend('./src/database/applyMigrations.ts');
  await applyMigrations(knex);
  const now = new Date().toISOString();
  const before = new Date(Date.now() - 3_600_000).toISOString();
  const jobs = Array.from({ length: total }, (_, i) => jobRows(i, i < live, origin, now, before));
  for (const table of ['jobs', 'job_versions', 'deployments', 'runs', 'snapshots']) {
    const rows = jobs.flatMap(one => one[table] ?? []);
    await knex.batchInsert(table, rows, 20);
  }
  if (connection.client === 'pg') await knex.raw('analyze');
  await knex.destroy();
}

/** Name of the job with this index; even ones are on Flink. */
export const jobName = index => `bench-${String(index).padStart(5, '0')}`;

/** Id on its engine. */
export const engineJobId = index => (index % 2 ? zetaJobId((index - 1) / 2) : flinkJobId(index / 2));

function jobRows(i, isLive, origin, now, before) {
  const name = jobName(i);
  const key = { entity_ref: `datajob:default/${name}`, environment: 'default' };
  const engine = i % 2 ? 'zeta' : 'flink';
  const owner = `group:default/team-${i % 20}`;
  const type = i % 2 ? 'seatunnel' : 'flink-jar';
  const spec = JSON.stringify({ type, lifecycle: 'production', owner, engine, definition: i % 2 ? { config: 'env {}' } : { jar: 'uploaded:none' }, configuration: i % 2 ? {} : { 'execution.checkpointing.interval': '10 s' } });
  const run = `run-${i}`;
  return {
    jobs: { entity_ref: key.entity_ref, namespace: 'default', name, title: `Bench job ${i}`, description: 'Copies orders from here to there', search_text: `${name}\nbench job ${i}\ncopies orders from here to there`, owner, system: `system:default/shop-${i % 7}`, type, processing: 'streaming', origin, spec, run_hash: 'x', latest_version: 1, missing_since: origin === 'git' ? before : null, created_at: before, updated_at: before },
    job_versions: { entity_ref: key.entity_ref, version: 1, spec, created_at: before, created_by: 'catalog' },
    deployments: {
      ...key, engine, desired: isLive ? 'running' : 'stopped', observed: isLive ? 'running' : 'canceled', observed_at: now, since: before,
      health: 'ok', health_reasons: '[]', deployed_version: 1, run_id: run, submitted_at: before,
      engine_job_id: isLive ? engineJobId(i) : null, snapshots_checked_at: now,
      last_change_at: new Date(Date.parse(before) + i * 100).toISOString(), last_change_by: 'user:default/lin', last_change_verb: 'deploy', last_change_state: 'succeeded', last_change_operation: `op-${i}`,
    },
    runs: { ...key, id: run, engine, engine_job_id: engineJobId(i), version: 1, state: isLive ? 'running' : 'canceled', started_at: before },
    snapshots: i % 3 ? [{ ...key, id: `cp-${i}`, kind: 'checkpoint', location: `file:/checkpoints/${i}`, created_at: new Date(Date.parse(before) + i * 137).toISOString(), engine_job_id: engineJobId(i), run_id: run, version: 1 }] : [],
  };
}
