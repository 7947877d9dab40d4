import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ROOT } from '../../bootstrap/paths.mjs';
import { loadTypeScript, TRANSFORM } from '../../bootstrap/loadTypeScript.mjs';

const BACKEND = fileURLToPath(new URL('./backend.cjs', import.meta.url));
const EXIT_WITH_PARENT = fileURLToPath(
  new URL('../../bootstrap/exitWithParent.cjs', import.meta.url),
);
/** Of the database's name: two benches may run at once. */
const PREFIX = `bench_${randomBytes(4).toString('hex')}_`;
const DATABASE = `${PREFIX}data-lineage`;

/** PostgreSQL with an empty database for lineage; `knex` reads and fills it. */
export async function withPostgres(act) {
  const { testEngines } = loadTypeScript('@datalark/local-engines');
  const engines = await testEngines(['postgres']);
  const { host, port, user, password, databases } = engines.endpoints.postgres;
  const makeKnex = createRequire(
    join(ROOT, 'plugins/data-lineage-backend/package.json'),
  )('knex');
  const connect = database =>
    makeKnex({
      client: 'pg',
      connection: { host, port, user, password, database },
      pool: { min: 0, max: 2 },
    });
  const admin = connect(databases[0]);
  const drop = () =>
    admin.raw('drop database if exists ?? with (force)', [DATABASE]);
  let knex;
  try {
    await drop();
    await admin.raw('create database ??', [DATABASE]);
    knex = connect(DATABASE);
    return await act({ connection: { host, port, user, password }, knex });
  } finally {
    await knex?.destroy();
    await drop();
    await admin.destroy();
    await engines.stop();
  }
}

/** Starts a back end with lineage on that database, and waits until it answers. */
export async function startLineagePortal({ home, port, connection }) {
  mkdirSync(home, { recursive: true });
  const config = join(home, 'app-config.json');
  const baseUrl = `http://127.0.0.1:${port}`;
  const token = randomBytes(24).toString('base64url');
  writeFileSync(
    config,
    JSON.stringify({
      app: { title: 'Bench', baseUrl },
      organization: { name: 'Bench' },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: { client: 'pg', connection, prefix: PREFIX },
        auth: {
          keys: [{ secret: randomBytes(24).toString('base64') }],
          externalAccess: [
            { type: 'static', options: { token, subject: 'bench' } },
          ],
        },
      },
      dataLineage: { catalogSync: { interval: { hours: 24 } } },
    }),
    { mode: 0o600 },
  );
  const child = spawn(
    process.execPath,
    [
      '--require',
      EXIT_WITH_PARENT,
      '--require',
      TRANSFORM,
      BACKEND,
      '--config',
      config,
    ],
    {
      cwd: join(ROOT, 'packages/backend'),
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => (output = (output + data).slice(-20_000)));
  const gone = new Promise(resolve => child.once('exit', resolve));
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  };
  const portal = {
    pid: child.pid,
    url: `${baseUrl}/api/data-lineage`,
    headers,
    async get(path) {
      const answer = await fetch(`${portal.url}${path}`, { headers });
      if (!answer.ok)
        throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    /** Ends it as a power cut would. */
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(killer);
    },
  };
  const deadline = Date.now() + 180_000;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await portal.stop();
      throw new Error(`The back end did not start:\n${output}`);
    }
    try {
      await portal.get('/search?limit=1');
      return portal;
    } catch {
      await pause(200);
    }
  }
}
