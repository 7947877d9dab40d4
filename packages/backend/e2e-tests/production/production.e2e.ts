import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, startEngines, until } from '@datalark/local-engines';
import { FLINK_JOB } from '../faults/specs';
import { Replica } from './Replica';

describe('the production configuration: two replicas on one PostgreSQL', () => {
  const home = mkdtempSync(join(tmpdir(), 'datalark-production-'));
  const token = randomBytes(24).toString('hex');
  let engines: Awaited<ReturnType<typeof startEngines>>;
  let one: Replica;
  let two: Replica;

  const ready = (replica: Replica) =>
    until(
      `${replica.url}`,
      () => replica.readiness(),
      status => status === 200,
      180_000,
    );
  const jobSays = async (replica: Replica, state: string) => {
    const { deployments } = await until(
      `the job ${state} at ${replica.url}`,
      () => replica.api('data-jobs/jobs/default/shared'),
      job =>
        job.deployments[0].observation.state === state &&
        !job.deployments[0].activeOperation,
    );
    return deployments[0];
  };
  const operate = (replica: Replica, verb: string) =>
    replica.api('data-jobs/jobs/default/shared/operations', { verb });

  before(async () => {
    engines = await startEngines({
      dir: join(home, 'engines'),
      services: ['flink', 'sql-gateway', 'postgres'],
    });
    assert.deepEqual(engines.problems, []);
    const { endpoints } = engines;
    const { host, port, user, password } = endpoints.postgres!;
    const deployment = {
      home,
      environment: {
        APP_BASE_URL: 'https://portal.example.com',
        DATALARK_JAR_DIR: join(home, 'jars'),
        POSTGRES_HOST: host,
        POSTGRES_PORT: String(port),
        POSTGRES_USER: user,
        POSTGRES_PASSWORD: password,
      },
      config: {
        backend: {
          auth: {
            externalAccess: [
              { type: 'static', options: { token, subject: 'operator' } },
            ],
          },
        },
        dataJobs: {
          engines: {
            'local-flink': null,
            'local-seatunnel': null,
            flink: {
              type: 'flink-session',
              jobManagerUrl: endpoints.flinkRestUrl,
              sqlGatewayUrl: endpoints.sqlGatewayUrl,
              checkpointDirectory: endpoints.checkpointsDir,
              savepointDirectory: `file://${endpoints.savepointsDir}`,
            },
          },
        },
      },
    };
    one = new Replica(deployment, await freePort(), token);
    two = new Replica(deployment, await freePort(), token);
  });
  after(async () => {
    await Promise.all([one?.stop('SIGKILL'), two?.stop('SIGKILL')]);
    await engines?.stop();
    if (!process.env.DATALARK_FAULTS_KEEP) {
      rmSync(home, { recursive: true, force: true });
    }
  });

  // At once they would not: Backstage's scaffolder gives up when its tables are being made.
  it('one comes up on an empty database, and then the other', async () => {
    one.start();
    await ready(one);
    two.start();
    await ready(two);
  });

  it('nobody enters as guest, and nothing is told without a token', async () => {
    for (const replica of [one, two]) {
      const guest = await replica.ask('/api/auth/guest/refresh', {
        method: 'POST',
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      });
      assert.equal(guest.status, 404);
      const jobs = await replica.ask('/api/data-jobs/jobs');
      assert.equal(jobs.status, 401);
    }
  });

  it('has only the engines of the operator, and no examples', async () => {
    const { items } = await one.api('data-jobs/engines');
    assert.deepEqual(
      items.map((engine: any) => engine.name),
      ['flink'],
    );
    const { totalItems } = await two.api('data-jobs/jobs');
    assert.equal(totalItems, 0);
  });

  it('a job made at one is seen and suspended at the other', async () => {
    await one.api('data-jobs/jobs', {
      name: 'shared',
      spec: FLINK_JOB,
      deploy: true,
    });
    await jobSays(two, 'running');
    await operate(two, 'suspend');
    const { desired } = await jobSays(one, 'suspended');
    assert.equal(desired, 'suspended');
  });

  it('a rollout ends one after the other, and the job goes on', async () => {
    await operate(one, 'resume');
    assert.equal(await one.stop(), 0);
    await jobSays(two, 'running');
    one.start();
    await ready(one);
    // An end in order takes up to a minute: Backstage's event bus lets a request wait.
    await two.stop('SIGKILL');
    await jobSays(one, 'running');
    const { items } = await one.api('data-jobs/jobs/default/shared/runs');
    assert.equal(items.length, 2, 'submitted once per deploy and resume');
  });
});
