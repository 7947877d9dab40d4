import { eventually } from '@datalark/backend-test-kit';
import request from 'supertest';
import { startPortal } from './__testUtils__/startPortal';

const spec = {
  type: 'flink-sql',
  lifecycle: 'production',
  owner: 'group:default/shop',
  engine: 'fake',
  definition: { sql: "INSERT INTO sink SELECT '${TOPIC}' FROM orders;" },
  variables: { TOPIC: 'orders' },
};

describe('data-jobs over HTTP', () => {
  it('registers, deploys, observes and stops a job', async () => {
    const { server, engine } = await startPortal();
    const api = request(server);

    const created = await api
      .post('/api/data-jobs/jobs')
      .send({ name: 'orders', spec, deploy: true });
    expect(created.body).toMatchObject({
      job: { entityRef: 'datajob:default/orders', latestVersion: 1 },
      operation: { verb: 'deploy', state: 'pending' },
    });
    expect(created.status).toBe(201);

    const path = '/api/data-jobs/jobs/default/orders';
    await eventually(
      () => api.get(path),
      ({ body }) =>
        expect(body.deployments).toMatchObject([
          {
            environment: 'default',
            desired: 'running',
            deployedVersion: 1,
            observation: { state: 'running', health: { state: 'ok' } },
            lastChange: { verb: 'deploy', state: 'succeeded' },
          },
        ]),
    );
    expect(engine.liveJobs('orders')).toHaveLength(1);
    expect(engine.liveJobs('orders')[0].submission?.definition).toEqual({
      sql: "INSERT INTO sink SELECT 'orders' FROM orders;",
    });

    const asked = await api.post(`${path}/operations`).send({ verb: 'stop' });
    expect(asked.status).toBe(202);
    await eventually(
      () => api.get(`/api/data-jobs/operations/${asked.body.id}`),
      ({ body }) => expect(body.state).toBe('succeeded'),
    );
    const stopped = await api.get('/api/data-jobs/jobs');
    expect(stopped.body).toMatchObject({
      totalItems: 1,
      items: [
        {
          name: 'orders',
          deployment: {
            desired: 'stopped',
            observation: { state: 'canceled', health: { state: 'none' } },
          },
        },
      ],
    });
    expect(engine.liveJobs('orders')).toHaveLength(0);
  });
});
