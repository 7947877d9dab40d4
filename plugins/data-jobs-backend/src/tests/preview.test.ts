import {
  ActionsRegistryService,
  actionsRegistryServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { eventually } from '@datalark/backend-test-kit';
import request from 'supertest';
import { startPortal } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(90_000);

const JOB = '/api/data-jobs/jobs/default/orders';
const CANARY = 'canary-5up3r-s3cr3t';
const PAGE = 'Mozilla/5.0';

describe('previews and environments over HTTP', () => {
  const actions = actionsRegistryServiceMock();
  let api: ReturnType<typeof request>;

  const ended = async (id: string) =>
    eventually(
      () => api.get(`/api/data-jobs/operations/${id}`),
      ({ body }) => expect(body.state).toMatch(/succeeded|failed/),
    );
  const done = async (body: object) => {
    const asked = await api.post(`${JOB}/operations`).send(body).expect(202);
    const { body: operation } = await ended(asked.body.id);
    expect(operation).toMatchObject({ state: 'succeeded' });
    return operation;
  };
  const fromPage = (body: object) =>
    api.post(`${JOB}/operations`).set('User-Agent', PAGE).send(body);

  beforeAll(async () => {
    const { server } = await startPortal({
      dataJobs: {
        secrets: { db: CANARY },
        variables: { REGION: 'eu' },
      },
      services: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions as ActionsRegistryService,
        }),
      ],
    });
    api = request(server);
    await api
      .post('/api/data-jobs/jobs')
      .send({
        name: 'orders',
        spec: {
          ...SPEC,
          definition: {
            sql: "INSERT INTO s SELECT '${TOPIC}', '${REGION}', '${secret:db}' FROM t;",
          },
          variables: { TOPIC: 'orders' },
          environments: {
            staging: { variables: { TOPIC: 'orders-staging' } },
            production: { parallelism: 4 },
          },
        },
      })
      .expect(201);
    await done({ verb: 'deploy', environment: 'staging' });
  });

  it('tells what will happen, and does nothing', async () => {
    const { body } = await api
      .post(`${JOB}/operations/preview`)
      .send({ verb: 'stop', environment: 'staging' })
      .expect(200);
    expect(body).toMatchObject({
      verb: 'stop',
      environment: 'staging',
      steps: [{ name: 'Look at the job' }, { name: 'Cancel the job' }],
      after: { desired: 'stopped' },
      loss: { kind: 'all' },
      confirmation: { word: 'orders' },
    });
    const operations = await api.get(`${JOB}/operations`);
    expect(operations.body.items).toHaveLength(1);
    await api
      .post(`${JOB}/operations/preview`)
      .send({ verb: 'stop', params: { version: 1 }, environment: 'staging' })
      .expect(400);
  });

  it('makes pages send the word, and agents accept the loss', async () => {
    const stop = { verb: 'stop', environment: 'staging' };
    const refused = await fromPage(stop).expect(400);
    expect(refused.body.error.message).toContain('"confirm": "orders"');
    await fromPage({ ...stop, confirm: 'order' }).expect(400);
    await expect(
      actions.invoke({
        id: 'test:stop-job',
        input: { entityRef: 'orders', environment: 'staging' } as any,
        credentials: mockCredentials.user(),
      }),
    ).rejects.toThrow(/acceptStateLoss/);

    const accepted = await fromPage({ ...stop, confirm: 'orders' }).expect(202);
    expect(accepted.body).toMatchObject({
      surface: 'page',
      decision: { lossAccepted: true },
    });
    expect((await ended(accepted.body.id)).body.state).toBe('succeeded');
    await done({ verb: 'deploy', environment: 'staging' });
  });

  it('resolves with where values come from, and never a secret', async () => {
    const { body, text } = await api
      .get(`${JOB}/resolved?environment=staging`)
      .expect(200);
    expect(body).toMatchObject({
      environment: 'staging',
      version: 1,
      definition: {
        sql: "INSERT INTO s SELECT 'orders-staging', 'eu', '${secret:db}' FROM t;",
      },
      secrets: [{ name: 'db', state: 'known' }],
    });
    expect(body.values).toEqual(
      expect.arrayContaining([
        {
          key: 'variables.TOPIC',
          value: 'orders-staging',
          origin: 'environment',
          instead: { value: 'orders', origin: 'spec' },
        },
        { key: 'variables.REGION', value: 'eu', origin: 'portal' },
      ]),
    );
    expect(text).not.toContain(CANARY);
    await api.get(`${JOB}/resolved?environment=nowhere`).expect(404);
    await api.get(`${JOB}/resolved?version=9`).expect(404);
  });

  it('shows the drift, and promotes what runs', async () => {
    const { body, text } = await api
      .get(`${JOB}/comparison?from=staging&to=production`)
      .expect(200);
    expect(body).toMatchObject({
      definitionDiffers: true,
      values: [
        { key: 'parallelism', to: '4' },
        { key: 'variables.TOPIC', from: 'orders-staging', to: 'orders' },
      ],
      secrets: [],
    });
    expect(text).not.toContain(CANARY);

    const promoted = await done({
      verb: 'deploy',
      environment: 'production',
      params: { promoteFrom: 'staging' },
      reason: 'tested',
    });
    expect(promoted).toMatchObject({
      versionAfter: 1,
      surface: 'api',
      reason: 'tested',
      params: { promoteFrom: 'staging' },
    });
  });
});
