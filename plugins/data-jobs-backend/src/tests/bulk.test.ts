import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { eventually, TestPermissions } from '@datalark/backend-test-kit';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import request from 'supertest';
import { startPortal } from '../__testUtils__/startPortal';
import { SPEC } from '../__testUtils__/TestPlane';

jest.setTimeout(60_000);

const base = '/api/data-jobs';
const ref = (name: string) => `datajob:default/${name}`;

describe('one verb for many jobs', () => {
  let api: ReturnType<typeof request>;
  const permissions = new TestPermissions();
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit as any);
  const engine = createFakeEngine({ name: 'fake', observeEveryMs: 20 });
  const names = ['a1', 'a2', 'a3', 'b1', 'never'];

  const untilRunning = async (count: number) =>
    eventually(
      () => api.get(`${base}/jobs?observed=running`),
      ({ body }) => expect(body.totalItems).toBe(count),
    );

  beforeAll(async () => {
    const { server } = await startPortal({
      engine,
      services: [
        permissions.factory,
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
      ],
    });
    api = request(server);
    for (const name of names) {
      const answer = await api.post(`${base}/jobs`).send({
        name,
        spec: {
          ...SPEC,
          owner: name === 'b1' ? 'user:default/mock' : SPEC.owner,
          system: name.startsWith('a') ? 'shop' : undefined,
        },
        deploy: name !== 'never',
      });
      if (answer.status !== 201) throw new Error(answer.text);
    }
    await untilRunning(4);
  });

  const untilEnded = async (id: string) =>
    eventually(
      async () => (await api.get(`${base}/operations/bulk/${id}`)).body,
      body => expect(body.counts.pending + body.counts.running).toBe(0),
    );

  it('says before what would happen to each, and changes nothing', async () => {
    const { body } = await api
      .post(`${base}/operations/bulk/preview`)
      .send({ verb: 'suspend', query: {} });
    expect(body).toMatchObject({ accepted: 4, refused: 1 });
    expect(body.items[0]).toMatchObject({
      entityRef: ref('a1'),
      title: 'a1',
      verdict: 'accepted',
      effect: 'endsWithSavepoint',
    });
    expect(body.items.at(-1)).toMatchObject({
      entityRef: ref('never'),
      verdict: 'refused',
      reason: expect.stringMatching(/never deployed; deploy it first/),
    });
    await untilRunning(4);
  });

  it('does to each what it may, audits each, and says why not', async () => {
    permissions.conditional.set(
      'data-jobs.job.suspend',
      new Set(['a1', 'a2', 'never'].map(ref)),
    );
    auditor.createEvent.mockClear();
    const { body, status } = await api.post(`${base}/operations/bulk`).send({
      verb: 'suspend',
      reason: 'Kafka is moved',
      targets: ['a1', 'a2', 'a3', 'never', 'nobody'].map(name => ({
        entityRef: ref(name),
      })),
    });
    expect(status).toBe(202);
    expect(body.counts).toMatchObject({ refused: 3 });
    expect(
      Object.fromEntries(
        body.items.map((one: any) => [
          one.entityRef.split('/')[1],
          one.refusal ?? 'accepted',
        ]),
      ),
    ).toEqual({
      a1: 'accepted',
      a2: 'accepted',
      a3: expect.stringMatching(/data-jobs.job.suspend on datajob:default\/a3/),
      never: expect.stringMatching(/never deployed/),
      nobody: expect.stringMatching(/data-jobs.job.suspend/),
    });
    const events = auditor.createEvent.mock.calls.map(([event]) => event);
    expect(events.filter(event => event.meta?.bulkId === body.id)).toHaveLength(
      5,
    );
    expect(audit.fail).toHaveBeenCalledTimes(3);

    const ended = await untilEnded(body.id);
    expect(ended).toMatchObject({
      verb: 'suspend',
      reason: 'Kafka is moved',
      counts: { succeeded: 2, refused: 3 },
    });
    await untilRunning(2);
    permissions.conditional.clear();
  });

  it('resumes all that match a query, from their savepoints', async () => {
    const query = { observed: ['suspended', 'canceled', 'finished'] };
    const preview = await api
      .post(`${base}/operations/bulk/preview`)
      .send({ verb: 'resume', query: { system: ['system:default/shop'] } });
    expect(preview.body).toMatchObject({ accepted: 2, refused: 1 });
    expect(
      preview.body.items.find((one: any) => one.verdict === 'accepted'),
    ).toMatchObject({
      effect: 'startsFrom',
      restorePoint: { kind: 'savepoint' },
    });
    const { body } = await api
      .post(`${base}/operations/bulk`)
      .send({ verb: 'resume', query });
    await untilEnded(body.id);
    await untilRunning(4);
  });

  it('ends runs without their state only when that is accepted', async () => {
    const ask = {
      verb: 'stop',
      params: { withSavepoint: false },
      targets: [{ entityRef: ref('a3') }],
    };
    const preview = await api.post(`${base}/operations/bulk/preview`).send(ask);
    expect(preview.body.items[0]).toMatchObject({
      effect: 'endsWithoutSavepoint',
      losesState: expect.any(String),
    });
    const refused = await api.post(`${base}/operations/bulk`).send(ask);
    expect(refused.body.items[0].refusal).toMatch(/acceptStateLoss: true/);
    const { body } = await api
      .post(`${base}/operations/bulk`)
      .send({ ...ask, acceptStateLoss: true });
    expect((await untilEnded(body.id)).counts.succeeded).toBe(1);
    await untilRunning(3);
  });

  it('refuses too many, none, and both', async () => {
    const ask = (body: object) =>
      api.post(`${base}/operations/bulk`).send({ verb: 'stop', ...body });
    const many = Array.from({ length: 501 }, (_, i) => ({
      entityRef: ref(`x${i}`),
    }));
    expect((await ask({ targets: many })).status).toBe(400);
    expect((await ask({})).body.error.message).toMatch(/targets or query/);
    expect((await ask({ targets: many.slice(0, 1), query: {} })).status).toBe(
      400,
    );
    expect((await api.get(`${base}/operations/bulk/none`)).status).toBe(404);
  });

  it('lists what is mine, by system, with the age of the restore point', async () => {
    const list = async (query: string) =>
      (await api.get(`${base}/jobs?${query}`)).body;
    const of = (body: any) => body.items.map((one: any) => one.name);
    expect(of(await list('mine=true'))).toEqual(['b1']);
    expect(of(await list('system=system%3Adefault%2Fshop'))).toEqual([
      'a1',
      'a2',
      'a3',
    ]);
    await eventually(
      () => list('sort=restorePoint&order=desc'),
      body => {
        const known = body.items.map((one: any) => Boolean(one.restorePoint));
        expect(known[0]).toBe(true);
        expect(known).toEqual([...known].sort().reverse());
        const times = body.items.flatMap(
          (one: any) => one.restorePoint?.createdAt ?? [],
        );
        expect(times).toEqual([...times].sort().reverse());
      },
    );
    const { body } = await api.get(`${base}/job-facets`);
    expect(body).toMatchObject({
      system: [{ value: 'system:default/shop', count: 3 }],
      engine: [{ value: 'fake', count: 5 }],
      environment: [{ value: 'default', count: 5 }],
    });
  });
});
