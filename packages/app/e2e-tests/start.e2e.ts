import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '@datalark/local-engines';
import { everythingSaid } from './everythingSaid';
import { ExampleJobs, leakingJob } from './exampleJobs';
import { Portal, ROOT } from './portal';
import { processesOf } from './processes';

type Row = {
  name: string;
  deployment: {
    observation: { state: string; message?: string };
    lastChange?: { state: string };
  };
};

const list = (portal: Portal) =>
  portal.api<{ items: Row[]; totalItems: number }>('data-jobs/jobs?limit=100');

describe('npm start', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.start();
  });
  after(() => portal.remove());

  it('shows the example data platform in the catalog', async () => {
    const minimum = {
      datajob: 8,
      datasource: 4,
      dataset: 10,
      lineage: 2,
      quality: 3,
      group: 2,
      system: 1,
      template: 3,
    };
    await until(
      'the examples in the catalog',
      async () => {
        const counts: Record<string, number> = {};
        for (const kind of Object.keys(minimum)) {
          const { totalItems } = await portal.api(
            `catalog/entities/by-query?limit=1&filter=kind=${kind}`,
          );
          counts[kind] = totalItems;
        }
        return counts;
      },
      counts =>
        Object.entries(minimum).every(([kind, least]) => counts[kind] >= least),
    );
  });

  it('runs every example job on a real engine', async () => {
    const { items } = await until(
      'every example running or finished',
      () => list(portal),
      page =>
        page.items.length >= 8 &&
        page.items.every(job =>
          ['running', 'finished'].includes(job.deployment.observation.state),
        ),
      240_000,
    );
    assert.ok(items.length >= 8);
  });

  it('fails none of them on the way, not even for a moment', async () => {
    const { items } = await list(portal);
    const failures: unknown[] = [];
    for (const { name } of items) {
      const { value = [] } = await portal.api(
        `data-jobs/jobs/default/${name}/exceptions`,
      );
      failures.push(...value.map((each: object) => ({ name, ...each })));
    }
    assert.deepEqual(failures, []);
  });

  it('names no secret in any answer, page or log, also when a job fails with it', async () => {
    const { postgresPassword: secret } = JSON.parse(
      readFileSync(join(portal.home, 'engines/secrets.json'), 'utf8'),
    );
    assert.ok(secret.length > 8);
    const jobs = new ExampleJobs(portal);
    const leaky = `leaky-${Date.now().toString(36)}`;
    await jobs.make(leaky, leakingJob('shop-postgres'), false);
    await jobs.operate(leaky, 'deploy');
    await jobs.untilState(leaky, 'failed');
    const exceptions = await until(
      'the exception of the job',
      () => portal.api(`data-jobs/jobs/default/${leaky}/exceptions`),
      ({ value }) => value?.length > 0,
    );
    // Flink repeats what it could not read: the value was there.
    assert.match(JSON.stringify(exceptions), /\[secret:/);

    for (const { what, said } of await everythingSaid(portal, leaky)) {
      assert.ok(said.length > 0, what);
      assert.ok(!said.includes(secret), `${what} says the secret`);
    }
    await jobs.remove();
  });

  it('stops every process it started, and finds everything again', async () => {
    const earlier = (await list(portal)).items.map(job => job.name).sort();
    assert.equal(await portal.down(), 0);
    assert.deepEqual(processesOf(portal.home), []);
    await portal.up();
    const now = (await list(portal)).items.map(job => job.name).sort();
    assert.deepEqual(now, earlier);
  });
});

describe('npm start with something wrong', () => {
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...args], {
      encoding: 'utf8',
      timeout: 60_000,
    });

  it('says that a port is taken, and what to do', async () => {
    const server = createServer();
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as { port: number };
    const result = start('--port', String(port), '--no-engines');
    server.close();
    assert.equal(result.status, 1);
    assert.match(result.stderr, new RegExp(`Port ${port} is taken`));
    assert.match(result.stderr, /npm start -- --port/);
  });

  it('says that an option is unknown', () => {
    const result = start('--nonsense');
    assert.equal(result.status, 1);
    assert.match(result.stderr, /Unknown option --nonsense/);
  });

  it('says that a configuration is missing', () => {
    const result = start(
      '--no-engines',
      '--config',
      '/nowhere/app-config.yaml',
    );
    assert.equal(result.status, 1);
    assert.match(result.stderr, /\/nowhere\/app-config.yaml is not there/);
  });

  it('says that its folder cannot be used', () => {
    const result = start('--no-engines', '--home', '/proc/nowhere');
    assert.equal(result.status, 1);
    assert.match(result.stderr, /--home FOLDER/);
  });
});
