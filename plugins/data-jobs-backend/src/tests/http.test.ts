import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@datalark/backend-test-kit';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import request from 'supertest';
import { startPortal } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(60_000);

const CANARY = 'c4n4ry\'-"secret\\value';

describe('the REST interface', () => {
  let api: ReturnType<typeof request>;
  const engine = createFakeEngine({ name: 'fake', observeEveryMs: 20 });
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit as any);
  const log = mockServices.rootLogger.mock();
  log.child.mockReturnValue(log);

  beforeAll(async () => {
    const { server } = await startPortal({
      engine,
      entities: [
        {
          apiVersion: 'datalark.io/v1alpha1',
          kind: 'DataJob',
          metadata: {
            name: 'from-git',
            namespace: 'default',
            annotations: {
              'backstage.io/managed-by-location': 'url:https://git/orders.yaml',
            },
          },
          spec: SPEC as any,
        },
      ],
      dataJobs: {
        secrets: { db: CANARY, vault: 'kept-for-others' },
        secretAccess: { vault: ['group:default/bank'] },
        variables: { SHARED: 'shared-value' },
        engines: {
          fake: { type: 'fake', title: 'Fake' },
          odd: { type: 'nowhere' },
        },
      },
      services: [
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
        createServiceFactory({
          service: coreServices.logger,
          deps: {},
          factory: () => log,
        }),
      ],
    });
    api = request(server);
  });

  const base = '/api/data-jobs';
  const untilDone = async (id: string, state: string) =>
    eventually(
      () => api.get(`${base}/operations/${id}`),
      ({ body }) => expect(body.state).toBe(state),
    );

  it.each<[string, string, object, RegExp]>([
    ['post', '/jobs', { spec: SPEC }, /name/],
    ['post', '/jobs', { name: 'a', spec: 'text' }, /spec.*object/],
    ['post', '/jobs', { name: 'a', spec: SPEC, surplus: 1 }, /additional/],
    ['post', '/jobs', { name: '-bad-', spec: SPEC }, /metadata.name/],
    [
      'post',
      '/jobs',
      { name: 'a', spec: { ...SPEC, parallelism: 0 } },
      /spec.parallelism: 0/,
    ],
    [
      'post',
      '/jobs',
      { name: 'a', spec: { ...SPEC, engine: 'nowhere' } },
      /spec.engine: There is no engine "nowhere". Use one of: fake, odd/,
    ],
    [
      'post',
      '/jobs',
      { name: 'a', spec: { ...SPEC, definition: { sql: '${NO}' } } },
      /"NO" has no value/,
    ],
    [
      'post',
      '/jobs',
      { name: 'a', spec: { ...SPEC, definition: { sql: '${secret:vault}' } } },
      /may not be used/,
    ],
    ['post', '/jobs/default/from-git/operations', { verb: 'fly' }, /verb/],
    [
      'post',
      '/jobs/default/from-git/operations',
      { verb: 'deploy', params: { version: 'x' } },
      /version.*integer/,
    ],
    [
      'post',
      '/jobs/default/from-git/operations',
      { verb: 'deploy', params: { force: true } },
      /additional/,
    ],
    ['get', '/jobs?limit=0', {}, /limit/],
    ['get', '/jobs?limit=many', {}, /limit/],
    ['get', '/jobs?sort=colour', {}, /sort/],
    ['get', '/jobs?surplus=1', {}, /surplus/],
  ])('%s %s with %j is refused', async (method, path, body, message) => {
    const response = await (api as any)
      [method](`${base}${path}`)
      .send(method === 'get' ? undefined : body);
    expect(response.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
    expect(response.status).toBe(400);
  });

  it('refuses a body that is too large, or no JSON', async () => {
    const large = { name: 'a', spec: { text: 'x'.repeat(1_100_000) } };
    const { status, body } = await api.post(`${base}/jobs`).send(large);
    expect({ status, name: body.error.name }).toEqual({
      status: 413,
      name: 'PayloadTooLargeError',
    });
    expect(body.error.message).toMatch(
      /1100\d+ bytes and is too large: at most 1048576/,
    );
    await api
      .post(`${base}/jobs`)
      .set('Content-Type', 'application/json')
      .send('{')
      .expect(400);
  });

  it('refuses a wrong definition with its problems, creating nothing', async () => {
    const { status, body } = await api.post(`${base}/jobs`).send({
      name: 'wrong',
      spec: { ...SPEC, definition: { sql: 'THIS IS A SYNTAX ERROR' } },
    });
    expect(status).toBe(400);
    expect(body.error.problems).toMatchObject([{ severity: 'error', line: 1 }]);
    await api.get(`${base}/jobs/default/wrong`).expect(404);
  });

  it('refuses a name that Git or the portal has', async () => {
    const git = await api
      .post(`${base}/jobs`)
      .send({ name: 'from-git', spec: SPEC });
    expect(git.status).toBe(409);
    await api
      .post(`${base}/jobs`)
      .send({ name: 'taken', spec: SPEC })
      .expect(201);
    const portal = await api
      .post(`${base}/jobs`)
      .send({ name: 'Taken', spec: SPEC });
    expect(portal.status).toBe(409);
  });

  it('does not change or delete what Git owns, and says where it is', async () => {
    const path = `${base}/jobs/default/from-git`;
    await eventually(
      () => api.get(path),
      ({ status }) => expect(status).toBe(200),
    );
    const put = await api.put(path).send({ spec: SPEC });
    expect(put.status).toBe(409);
    expect(put.body.error.message).toContain('https://git/orders.yaml');
    const gone = await api.post(`${path}/operations`).send({ verb: 'delete' });
    expect(gone.status).toBe(409);
    const yaml = await api.get(`${path}/entity.yaml`);
    expect(yaml.text).toContain('kind: DataJob');
    expect(yaml.headers['content-type']).toContain('text/yaml');
  });

  it('validates without creating', async () => {
    const { body } = await api.post(`${base}/validate`).send({
      name: 'checked',
      spec: { ...SPEC, definition: { sql: '${SHARED} ${secret:db}' } },
    });
    expect(body).toEqual({ problems: [] });
    await api.get(`${base}/jobs/default/checked`).expect(404);
  });

  it('updates and tells of versions', async () => {
    await api.post(`${base}/jobs`).send({ name: 'two', spec: SPEC });
    const { body } = await api
      .put(`${base}/jobs/default/two`)
      .send({ spec: { ...SPEC, parallelism: 2 }, message: 'faster' });
    expect(body.job.latestVersion).toBe(2);
    const versions = await api.get(`${base}/jobs/default/two/versions`);
    expect(versions.body.items).toMatchObject([
      { version: 2, message: 'faster', createdBy: 'user:default/mock' },
      { version: 1 },
    ]);
  });

  it('answers what it does not know with 404', async () => {
    for (const path of [
      '/jobs/default/none',
      '/jobs/default/none/runs',
      '/jobs/default/none/log',
      '/jobs/default/two/runs?environment=moon',
      '/operations/none',
    ]) {
      await api.get(`${base}${path}`).expect(404);
    }
  });

  it('lists engines, the wrongly configured one too', async () => {
    const { body } = await eventually(
      () => api.get(`${base}/engines`),
      ({ body: { items } }) => expect(items[0].reachable).toBe('yes'),
    );
    expect(body.items).toMatchObject([
      { name: 'fake', title: 'Fake', info: { version: 'fake-1' } },
      {
        name: 'odd',
        reachable: 'unknown',
        problems: [
          {
            message: expect.stringContaining('"nowhere"'),
            remedy: expect.stringContaining('dataJobs.engines.odd'),
          },
        ],
      },
    ]);
  });

  it('takes the stars of cron expressions and searches as browsers write them', async () => {
    const preview = (query: URLSearchParams) =>
      api.get(`/api/data-jobs/schedule-preview?${query}`);
    const good = await preview(
      new URLSearchParams({ cron: '*/5 * * * *', timezone: 'Asia/Shanghai' }),
    ).expect(200);
    expect(good.body.next.length).toBeGreaterThan(0);
    const wrong = await preview(
      new URLSearchParams({ cron: '61 * * * *' }),
    ).expect(200);
    expect(wrong.body.problem).toEqual(expect.any(String));
    const text = new URLSearchParams({ text: 'a*b' });
    await api.get(`/api/data-jobs/jobs?${text}`).expect(200);
  });

  it('serves its OpenAPI document', async () => {
    const { body } = await api.get(`${base}/openapi.json`).expect(200);
    expect(Object.keys(body.paths)).toContain(
      '/api/data-jobs/jobs/{namespace}/{name}/operations/preview',
    );
  });

  it('never shows a secret, wherever an engine repeats it', async () => {
    const spec = { ...SPEC, definition: { sql: "p = '${secret:db}'" } };
    const { body } = await api
      .post(`${base}/jobs`)
      .send({ name: 'leaky', spec, deploy: true });
    await untilDone(body.operation.id, 'succeeded');
    const job = engine.liveJobs('leaky')[0];
    expect(job.submission?.definition).toEqual({
      sql: `p = '${CANARY.replaceAll("'", "''")}'`,
    });
    job.exceptions.push({
      at: 'now',
      name: 'E',
      message: CANARY,
      stack: CANARY,
    });
    engine.setReasons(job.engineJobId, [
      { code: 'restarting', message: `at ${CANARY}` },
    ]);
    jest
      .spyOn(engine, 'log')
      .mockResolvedValue({ source: 'a', text: CANARY, truncated: false });
    jest.spyOn(engine, 'plan').mockResolvedValue({
      nodes: [{ id: '1', name: CANARY }],
      edges: [],
    });
    jest.spyOn(engine, 'metrics').mockRejectedValue(new Error(CANARY));
    const path = `${base}/jobs/default/leaky`;
    await eventually(
      () => api.get(path),
      answer => expect(answer.text).toContain('restarting'),
    );
    engine.failNextSubmit([
      { severity: 'error', message: CANARY, remedy: CANARY },
    ]);
    const failing = await api
      .post(`${path}/operations`)
      .send({ verb: 'restart' });
    await untilDone(failing.body.id, 'failed');

    const texts: string[] = [];
    for (const url of [
      `${base}/jobs`,
      path,
      `${path}/versions`,
      `${path}/operations`,
      `${base}/operations/${failing.body.id}`,
      `${path}/runs`,
      `${path}/snapshots`,
      `${path}/exceptions`,
      `${path}/checkpoints`,
      `${path}/metrics`,
      `${path}/log`,
      `${path}/plan`,
      `${path}/entity.yaml`,
      `${base}/engines`,
    ]) {
      const { text, status } = await api.get(url);
      expect({ url, status }).toEqual({ url, status: 200 });
      texts.push(text);
    }
    const checked = await api
      .post(`${base}/validate`)
      .send({ name: 'x', spec });
    texts.push(checked.text);
    for (const level of ['error', 'warn', 'info', 'debug'] as const) {
      texts.push(JSON.stringify(log[level].mock.calls));
    }
    texts.push(
      JSON.stringify([
        auditor.createEvent.mock.calls.map(([e]) => e.meta),
        audit.fail.mock.calls,
      ]),
    );
    expect(texts.join('\n')).toContain('[secret:db]');
    expect(texts.join('\n')).not.toContain('c4n4ry');
  });

  it('audits what changes something', () => {
    const events = auditor.createEvent.mock.calls.map(([event]) => event);
    expect(new Set(events.map(event => event.eventId))).toEqual(
      new Set(['job-create', 'job-update', 'operation-request']),
    );
    expect(events[0].meta).toMatchObject({
      requestedBy: 'user:default/mock',
      surface: 'api',
    });
    expect(audit.fail).toHaveBeenCalled();
    expect(audit.success).toHaveBeenCalled();
  });
});
