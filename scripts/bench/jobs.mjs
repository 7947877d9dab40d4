import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';
import { loadTypeScript } from '../bootstrap/loadTypeScript.mjs';
import { quantile } from './jobs/benchPortal.mjs';
import { bundleWeight } from './jobs/bundleWeight.mjs';
import { listPhase } from './jobs/listPhase.mjs';
import { loadPhase } from './jobs/loadPhase.mjs';
import { pagePhase } from './jobs/pagePhase.mjs';

/** How often the engine modules look at their engines by default. */
const POLL_MS = 2_000;

/**
 * Many jobs against few, in one run, on fakes that speak the engines' wire
 * format. `--only load,list,postgres,weight,page` leaves parts out; `--port N`.
 */
export async function bench(args) {
  const value = name => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const only = value('--only')?.split(',') ?? ['load', 'list', 'postgres', 'weight', 'page'];
  const port = Number(value('--port') ?? 7188);
  const home = mkdtempSync(join(tmpdir(), 'datalark-bench-jobs-'));
  const at = name => ({ home: join(home, name), port });
  const result = { machine: `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`, at: new Date().toISOString() };
  const rows = [];
  const row = (what, figure, goal, isMet) => rows.push({ what, figure, goal, verdict: isMet ? 'met' : 'MISSED' });
  const say = text => process.stdout.write(`  ${text}\n`);
  try {
    if (only.includes('weight')) {
      say('Building the page without and with the plugins …');
      result.weight = await bundleWeight(home);
      row('initial JavaScript added', `${result.weight.addedKb.toFixed(1)} KB gz`, '< 60 KB', result.weight.addedKb < 60);
    }
    if (only.includes('load')) {
      say('10 jobs, 1 viewer …');
      result.few = await loadPhase({ ...at('few'), jobs: 10, viewers: 1, changes: 0 });
      say('1,000 jobs, 100 viewers …');
      result.many = await loadPhase({ ...at('many'), jobs: 1_000, viewers: 100, changes: 40 });
      const { few, many } = result;
      for (const engine of ['flink', 'zeta']) {
        const ratio = many.calls[engine] / few.calls[engine];
        row(`calls per minute, ${engine}`, `${few.calls[engine].toFixed(0)} → ${many.calls[engine].toFixed(0)} (${ratio.toFixed(2)} ×)`, '≤ 1.2 ×', ratio <= 1.2);
      }
      const p99 = quantile(many.changesMs, 0.99);
      row('change on the engine → API, p99', `${(p99 / 1000).toFixed(2)} s`, `< ${(POLL_MS + 500) / 1000} s`, p99 < POLL_MS + 500);
      const growth = ((many.heapMb - few.heapMb) / (many.jobs - few.jobs)) * 1_000;
      row('memory per 1,000 jobs', `${growth.toFixed(1)} MB`, '< 100 MB', growth < 100);
      say(`(list while 100 look: p50 ${many.listMs.p50.toFixed(0)} ms, p95 ${many.listMs.p95.toFixed(0)} ms)`);
    }
    if (only.includes('list')) {
      say('10,000 jobs on SQLite …');
      result.sqlite = await listPhase({ ...at('sqlite'), total: 10_000 });
      row('list of 10,000, p95, SQLite', `${result.sqlite.p95.toFixed(0)} ms`, '< 100 ms', result.sqlite.p95 < 100);
    }
    if (only.includes('postgres')) {
      say('10,000 jobs on PostgreSQL …');
      result.postgres = await onPostgres(postgres => listPhase({ ...at('postgres'), total: 10_000, postgres }));
      row('list of 10,000, p95, PostgreSQL', `${result.postgres.p95.toFixed(0)} ms`, '< 100 ms', result.postgres.p95 < 100);
    }
    if (only.includes('page')) {
      say('The job page in a browser …');
      result.page = await pagePhase(at('page'));
      row('job page usable, warm', `${(result.page.jobMs / 1000).toFixed(2)} s`, '< 1.5 s', result.page.jobMs < 1_500);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  print(result.machine, rows);
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  writeFileSync(join(ROOT, 'artifacts/bench-jobs.json'), JSON.stringify({ ...result, rows }, null, 2));
}

function print(machine, rows) {
  const width = field => Math.max(field.length, ...rows.map(one => one[field].length));
  const line = one => `  ${['what', 'figure', 'goal', 'verdict'].map(field => one[field].padEnd(width(field))).join('   ')}\n`;
  process.stdout.write(`\n  ${machine}\n\n${line({ what: 'what', figure: 'figure', goal: 'goal', verdict: '' })}`);
  for (const one of rows) process.stdout.write(line(one));
}

async function onPostgres(act) {
  const { testEngines } = loadTypeScript('@datalark/local-engines');
  const engines = await testEngines(['postgres']);
  const { host, port, user, password, databases } = engines.endpoints.postgres;
  const knex = createRequire(join(ROOT, 'plugins/data-jobs-backend/package.json'))('knex');
  const admin = knex({ client: 'pg', connection: { host, port, user, password, database: databases[0] } });
  const drop = async () => {
    const { rows } = await admin.raw("select datname from pg_database where datname like 'backstage_plugin_%'");
    for (const { datname } of rows) await admin.raw('drop database if exists ?? with (force)', [datname]);
  };
  try {
    await drop();
    await admin.raw('create database ??', ['backstage_plugin_data-jobs']);
    return await act({ host, port, user, password });
  } finally {
    await drop();
    await admin.destroy();
    await engines.stop();
  }
}
