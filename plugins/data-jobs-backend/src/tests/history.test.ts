import { eventually, TestPermissions } from '@datalark/backend-test-kit';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import request from 'supertest';
import { startPortal } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(120_000);

const JOB = '/api/data-jobs/jobs/default/orders';

describe('what is kept of a job over time', () => {
  let api: ReturnType<typeof request>;
  let engine: Awaited<ReturnType<typeof startPortal>>['engine'];
  const permissions = new TestPermissions();

  beforeAll(async () => {
    const portal = await startPortal({
      engine: createFakeEngine({
        name: 'fake',
        observeEveryMs: 20,
        countsInOverview: false,
      }),
      dataJobs: { metrics: { interval: { milliseconds: 200 } } },
      services: [permissions.factory],
    });
    api = request(portal.server);
    engine = portal.engine;
    const { body } = await api
      .post('/api/data-jobs/jobs')
      .send({ name: 'orders', spec: SPEC, deploy: true });
    await eventually(
      () => api.get(`/api/data-jobs/operations/${body.operation.id}`),
      answer => expect(answer.body.state).toBe('succeeded'),
    );
  });
  beforeEach(() => permissions.denied.clear());

  it('shows metrics on an even axis with gaps, and marks what happened', async () => {
    const { body } = await eventually(
      () => api.get(`${JOB}/metrics/history`),
      answer => {
        expect(answer.body.error).toBeUndefined();
        expect(answer.body.series.length).toBeGreaterThan(0);
      },
    );
    const { times, stepMs, series, marks } = body;
    expect(times[1] - times[0]).toBe(stepMs);
    expect(series[0].name).toBe('recordsRead');
    expect(series[0].values).toHaveLength(times.length);
    expect(series[0].values[0]).toBeNull();
    expect(series.map((one: any) => one.name)).not.toContain('sourceLag');
    expect(marks).toContainEqual(
      expect.objectContaining({ kind: 'operation', verb: 'deploy' }),
    );
    expect(marks).toContainEqual(
      expect.objectContaining({ kind: 'run', version: 1 }),
    );
  });

  it.each([
    ['from=yesterday', /is no time/],
    ['step=1&from=2020-01-01T00:00:00Z', /more than 1000 steps/],
    ['from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', /before/],
    ['step=0', /step/],
  ])('refuses %s', async (query, message) => {
    const { status, body } = await api.get(`${JOB}/metrics/history?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('shows a log that goes on from its cursor, for everybody with one question', async () => {
    const { body: first } = await api.get(`${JOB}/log`);
    expect(first).toMatchObject({
      status: 'ok',
      value: { source: 'fake.log', text: 'job orders is running\n' },
    });
    const asked = () =>
      engine.calls.filter(({ method }) => method === 'logs').length;
    const before = asked();
    const { body: next } = await api.get(
      `${JOB}/log?cursor=${first.value.cursor}`,
    );
    expect(next.value.text).toBe('');
    expect(asked()).toBe(before);
    const { body: sources } = await api.get(`${JOB}/log-sources`);
    expect(sources.value).toMatchObject([{ id: 'job', filtered: true }]);
  });

  it('shows what a run that goes on has counted, though only measuring tells', async () => {
    const [job] = [...engine.jobs.values()];
    job.records = { read: 70, written: 7 };
    const { body } = await eventually(
      () => api.get(`${JOB}/runs`),
      answer => expect(answer.body.items[0].records?.read).toBe(70),
    );
    expect(body.items[0].records).toEqual({ read: 70, written: 7 });
    const { body: shown } = await api.get(JOB);
    expect(shown.deployments[0].observation.records).toBeUndefined();
  });

  it('asks for the permission to inspect', async () => {
    permissions.denied.add('data-jobs.job.inspect');
    for (const path of [
      'metrics/history',
      'log',
      'log-sources',
      'exception-groups',
    ]) {
      const { status } = await api.get(`${JOB}/${path}`);
      expect({ path, status }).toEqual({ path, status: 403 });
    }
  });

  it('keeps failures after the engine forgot the job', async () => {
    const [job] = [...engine.jobs.values()];
    engine.failJob(job.engineJobId, 'disk full');
    const groups = () => api.get(`${JOB}/exception-groups`);
    await eventually(groups, ({ body }) =>
      expect(body.value).toMatchObject([
        { message: 'disk full', count: 1, first: { name: 'FakeException' } },
      ]),
    );
    engine.jobs.clear();
    const { body } = await groups();
    expect(body.value).toHaveLength(1);
    // What was measured some time before its end is not what it counted.
    const { body: runs } = await api.get(`${JOB}/runs`);
    expect(runs.items[0]).toMatchObject({ state: 'failed' });
    expect(runs.items[0].records).toBeUndefined();
  });
});
