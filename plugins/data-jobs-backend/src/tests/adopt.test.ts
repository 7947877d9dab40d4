import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { eventually } from '@datalark/backend-test-kit';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import request from 'supertest';
import { SPEC } from '../__testUtils__/TestPlane';
import { startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const base = '/api/data-jobs';
const OWNER = 'group:default/shop';

async function start(denied: string[] = []) {
  const engine = createFakeEngine({ name: 'fake', observeEveryMs: 20 });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
  const { server } = await startPortal({
    engine,
    services: [permissions.factory],
  });
  const api = request(server);
  const unmanaged = (count: number) =>
    eventually(
      async () => (await api.get(`${base}/unmanaged-jobs`)).body.items,
      items => expect(items).toHaveLength(count),
    );
  const adopt = (body: object) =>
    api.post(`${base}/unmanaged-jobs/adopt`).send({ engine: 'fake', ...body });
  const verb = async (name: string, what: string, params?: object) => {
    const { body, status } = await api
      .post(`${base}/jobs/default/${name}/operations`)
      .send({ verb: what, params });
    if (status !== 202) return body;
    return eventually(
      async () => (await api.get(`${base}/operations/${body.id}`)).body,
      one => expect(one.state).toMatch(/succeeded|failed/),
    );
  };
  return { engine, api, unmanaged, adopt, verb };
}

describe('jobs that nobody declared', () => {
  it('are shown, taken on as they run, saved and stopped', async () => {
    const { engine, api, unmanaged, adopt, verb } = await start();
    engine.addForeignJob('insert-into_default_catalog.sales', 'f1');
    const [found] = await unmanaged(1);
    expect(found).toMatchObject({
      engine: 'fake',
      engineJobId: 'f1',
      name: 'insert-into_default_catalog.sales',
      suggestedName: 'insert-into_default_catalog.sales',
      state: 'running',
      candidates: [],
    });

    expect((await adopt({ engineJobId: 'f1' })).body.error.message).toContain(
      'owner is needed',
    );
    const { body: job } = await adopt({
      engineJobId: 'f1',
      name: 'sales',
      owner: OWNER,
    }).expect(201);
    expect(job).toMatchObject({
      entityRef: 'datajob:default/sales',
      origin: 'portal',
      type: 'unknown',
      spec: { definition: { unknown: true } },
      deployments: [
        {
          desired: 'running',
          observation: { state: 'running', engineJobId: 'f1' },
        },
      ],
    });
    await unmanaged(0);
    expect((await adopt({ engineJobId: 'f1', owner: OWNER })).status).toBe(404);
    const { body: runs } = await api.get(`${base}/jobs/default/sales/runs`);
    expect(runs.items).toMatchObject([{ engineJobId: 'f1', state: 'running' }]);

    expect(await verb('sales', 'savepoint')).toMatchObject({
      state: 'succeeded',
    });
    for (const what of ['deploy', 'restart']) {
      expect((await verb('sales', what)).error.message).toContain(
        'nobody has said yet what it runs',
      );
    }
    expect(engine.job('f1').state).toBe('running');
    expect(await verb('sales', 'stop', { withSavepoint: true })).toMatchObject({
      state: 'succeeded',
    });
    await eventually(
      async () => (await api.get(`${base}/jobs/default/sales`)).body,
      one =>
        expect(one.deployments[0].observation.state).toMatch(
          /finished|canceled/,
        ),
    );
  });

  it('can be given a definition, which replaces what runs and keeps its state', async () => {
    const { engine, api, unmanaged, adopt, verb } = await start();
    engine.addForeignJob('sales', 'f1');
    await unmanaged(1);
    await adopt({ engineJobId: 'f1', owner: OWNER }).expect(201);
    await api
      .put(`${base}/jobs/default/sales`)
      .send({ spec: SPEC })
      .expect(200);
    // Whether the new definition can read that state, nobody knows.
    const deployed = await verb('sales', 'deploy', { acceptRisk: true });
    expect(deployed).toMatchObject({ state: 'succeeded' });
    const [live] = engine.liveJobs('sales');
    expect(live.submission?.restore?.engineJobId).toBe('f1');
    expect(engine.job('f1').state).not.toBe('running');
  });

  it('become the run of a declared job that has none', async () => {
    const { engine, api, unmanaged, adopt } = await start();
    await api
      .post(`${base}/jobs`)
      .send({ name: 'sales', spec: SPEC })
      .expect(201);
    engine.addForeignJob('sales', 'f1');
    const [found] = await unmanaged(1);
    expect(found.candidates).toEqual([
      { entityRef: 'datajob:default/sales', environment: 'default' },
    ]);
    const entityRef = 'datajob:default/sales';
    const { body } = await adopt({ engineJobId: 'f1', entityRef }).expect(201);
    expect(body.deployments[0]).toMatchObject({
      observation: { state: 'running', engineJobId: 'f1' },
    });
    expect(body.deployments[0].deployedVersion).toBeUndefined();
    await unmanaged(0);
    engine.addForeignJob('sales', 'f2');
    await unmanaged(1);
    const second = await adopt({ engineJobId: 'f2', entityRef });
    expect(second.status).toBe(409);
    expect(second.body.error.message).toContain('has a run of its own');
    await unmanaged(1);
  });

  it('are taken on by one of two who ask at once', async () => {
    const { engine, unmanaged, adopt } = await start();
    engine.addForeignJob('sales', 'f1');
    await unmanaged(1);
    const answers = await Promise.all(
      ['a', 'b'].map(name => adopt({ engineJobId: 'f1', name, owner: OWNER })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(201);
    expect(statuses[1]).toBeGreaterThanOrEqual(404);
  });

  it('vanish when they end, and are no runs of ours', async () => {
    const { engine, api, unmanaged } = await start();
    await api
      .post(`${base}/jobs`)
      .send({ name: 'mine', spec: SPEC, deploy: true })
      .expect(201);
    engine.addForeignJob('sales', 'f1');
    const [found] = await unmanaged(1);
    expect(found.engineJobId).toBe('f1');
    engine.finishJob('f1');
    await unmanaged(0);
  });

  it.each([
    ['data-jobs.job.adopt', 'get 200', 403],
    ['data-jobs.job.create', 'get 200', 403],
    ['data-jobs.engine.read', 'get 403', 201],
  ])('need %s', async (permission, list, status) => {
    const { engine, api, adopt } = await start([permission]);
    engine.addForeignJob('sales', 'f1');
    await new Promise(resolve => setTimeout(resolve, 400));
    const listed = await api.get(`${base}/unmanaged-jobs`);
    expect(`get ${listed.status}`).toBe(list);
    const answer = await adopt({ engineJobId: 'f1', owner: OWNER });
    expect(answer.status).toBe(status);
  });
});
