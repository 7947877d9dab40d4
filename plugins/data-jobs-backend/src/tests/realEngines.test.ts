import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventually } from '@datalark/backend-test-kit';
import flinkModule from '@datalark/backstage-plugin-data-jobs-backend-module-flink';
import seatunnelModule from '@datalark/backstage-plugin-data-jobs-backend-module-seatunnel';
import { testEngines, TestEngines } from '@datalark/local-engines';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import request from 'supertest';
import dataJobsPlugin from '../index';

jest.setTimeout(240_000);

const SLOW = 90_000;
const PREFIX = `h3-${process.pid}`;

const FLINK_SQL = {
  type: 'flink-sql',
  lifecycle: 'experimental',
  owner: 'group:default/shop',
  engine: 'flink',
  configuration: {
    'execution.checkpointing.interval': '1 s',
    'parallelism.default': 1,
  },
  variables: { RATE: '5' },
  definition: {
    sql: `CREATE TABLE clicks (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '\${RATE}');
CREATE TABLE nowhere (id INT) WITH ('connector' = 'blackhole');
INSERT INTO nowhere SELECT id FROM clicks;`,
  },
};

const SEATUNNEL = {
  type: 'seatunnel',
  lifecycle: 'experimental',
  owner: 'group:default/shop',
  engine: 'zeta',
  definition: {
    config: `env { job.mode = "STREAMING", parallelism = 1, checkpoint.interval = 1000 }
source { FakeSource { schema = { fields { id = "int" } }, row.num = 5, split.num = 1, split.read-interval = 500 } }
sink { Console {} }`,
  },
};

describe('the control plane on real engines', () => {
  let engines: TestEngines;
  let folder: string;
  let api: ReturnType<typeof request>;

  beforeAll(async () => {
    engines = await testEngines(['flink', 'sql-gateway', 'seatunnel']);
    folder = await mkdtemp(join(tmpdir(), 'data-jobs-real-'));
    const { endpoints } = engines;
    const catalog = createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => catalogServiceMock(),
    });
    const { server } = await startTestBackend({
      features: [
        dataJobsPlugin,
        flinkModule,
        seatunnelModule,
        catalog,
        createServiceFactory({
          service: coreServices.logger,
          deps: {},
          factory: () => mockServices.logger.mock(),
        }),
        mockServices.rootConfig.factory({
          data: {
            dataJobs: {
              jarStore: { directory: folder },
              snapshots: { interval: { seconds: 1 } },
              engines: {
                flink: {
                  type: 'flink-session',
                  jobManagerUrl: endpoints.flinkRestUrl,
                  sqlGatewayUrl: endpoints.sqlGatewayUrl,
                  savepointDirectory: `file://${endpoints.savepointsDir}`,
                  checkpointDirectory: `file://${endpoints.checkpointsDir}`,
                },
                zeta: {
                  type: 'seatunnel-zeta',
                  url: endpoints.seatunnelUrl,
                },
              },
            },
          },
        }),
      ],
    });
    api = request(server);
  });
  afterAll(async () => {
    await engines?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const job = (name: string) => `/api/data-jobs/jobs/default/${name}`;
  const ended = async (id: string) => {
    const { body } = await eventually(
      () => api.get(`/api/data-jobs/operations/${id}`),
      answer => expect(answer.body.state).toMatch(/succeeded|failed/),
      SLOW,
    );
    expect({ verb: body.verb, state: body.state, error: body.error }).toEqual({
      verb: body.verb,
      state: 'succeeded',
      error: undefined,
    });
    return body;
  };
  const register = async (name: string, spec: object) => {
    const { body } = await api
      .post('/api/data-jobs/jobs')
      .send({ name, spec, deploy: true });
    expect(body.error).toBeUndefined();
    return ended(body.operation.id);
  };
  const perform = async (name: string, body: object) => {
    const asked = await api.post(`${job(name)}/operations`).send(body);
    expect(asked.body.error).toBeUndefined();
    return ended(asked.body.id);
  };
  const untilState = async (name: string, state: string) => {
    const { body } = await eventually(
      () => api.get(job(name)),
      answer =>
        expect(answer.body.deployments[0].observation.state).toBe(state),
      SLOW,
    );
    return body;
  };
  const liveOnFlink = async (name: string) => {
    const overview = await (
      await fetch(`${engines.endpoints.flinkRestUrl}/jobs/overview`)
    ).json();
    return overview.jobs.filter(
      (one: any) => one.name === name && one.state === 'RUNNING',
    );
  };

  it('Flink SQL: deploy, upgrade, suspend, resume, restore, stop', async () => {
    const name = `${PREFIX}-clicks`;
    await register(name, FLINK_SQL);
    await untilState(name, 'running');
    expect(await liveOnFlink(name)).toHaveLength(1);
    await eventually(
      () => api.get(job(name)),
      answer =>
        expect(answer.body.restorePoints.default).toMatchObject({
          kind: 'checkpoint',
        }),
      SLOW,
    );

    const savepoint = await perform(name, { verb: 'savepoint' });
    expect(savepoint.steps[0].message).toContain('savepoint');
    const listed = await api.get(`${job(name)}/snapshots`);
    expect(listed.body).toMatchObject({ status: 'ok' });
    const taken = listed.body.value.find(
      (one: any) => one.kind === 'savepoint',
    );
    expect(taken.triggeredBy).toBe('user:default/mock');

    const update = await api.put(job(name)).send({
      spec: { ...FLINK_SQL, variables: { RATE: '7' } },
      deploy: true,
    });
    await ended(update.body.operation.id);
    expect(await liveOnFlink(name)).toHaveLength(1);
    const runs = await api.get(`${job(name)}/runs`);
    expect(runs.body.items).toMatchObject([
      { version: 2, restoredFrom: expect.stringContaining('savepoint') },
      { version: 1, state: 'finished' },
    ]);

    await perform(name, { verb: 'suspend' });
    await untilState(name, 'suspended');
    expect(await liveOnFlink(name)).toHaveLength(0);
    await perform(name, { verb: 'resume' });
    await untilState(name, 'running');
    await perform(name, { verb: 'restore', params: { snapshot: taken.id } });
    expect(await liveOnFlink(name)).toHaveLength(1);
    for (const what of [
      'exceptions',
      'checkpoints',
      'metrics',
      'plan',
      'log',
    ]) {
      const { body } = await api.get(`${job(name)}/${what}`);
      expect({ what, status: body.status }).toEqual({ what, status: 'ok' });
    }
    await perform(name, { verb: 'delete', params: { withSavepoint: false } });
    expect(await liveOnFlink(name)).toHaveLength(0);
    await api.get(job(name)).expect(404);
  });

  it('SeaTunnel: deploy, suspend, resume, stop', async () => {
    const name = `${PREFIX}-fake`;
    await register(name, SEATUNNEL);
    await untilState(name, 'running');
    await perform(name, { verb: 'suspend' });
    const suspended = await untilState(name, 'suspended');
    expect(suspended.restorePoints.default).toBeDefined();
    await perform(name, { verb: 'resume' });
    await untilState(name, 'running');
    await perform(name, { verb: 'stop' });
    await untilState(name, 'canceled');
    const runs = await api.get(`${job(name)}/runs`);
    expect(runs.body.items).toHaveLength(2);
  });

  it('a wrong script is refused with the place, and nothing runs', async () => {
    const { status, body } = await api.post('/api/data-jobs/jobs').send({
      name: `${PREFIX}-wrong`,
      spec: { ...FLINK_SQL, definition: { sql: 'SELEC 1;' } },
    });
    expect(status).toBe(400);
    expect(body.error.problems[0]).toMatchObject({ severity: 'error' });
  });
});
