import { mockCredentials } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { nodeId } from '@datalark/backstage-plugin-data-lineage-common';
import request from 'supertest';
import { Databases } from '../__testUtils__/Databases';
import { at, runEvent, table } from '../__testUtils__/flowEvents';
import { startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const base = '/api/data-lineage';
const PLANE = 'x-control-plane';

/** Requests with a header are the control plane's, others a producer's. */
const auth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {},
  factory: () => ({
    credentials: async (req: any): Promise<any> =>
      mockCredentials.service(
        req.get(PLANE) ? 'plugin:data-jobs' : 'external:flink',
      ),
    issueUserCookie: async () => ({ expiresAt: new Date() }),
  }),
});

describe.each(Databases.kinds)('the state of runs on %s', kind => {
  const databases = new Databases();
  let api: ReturnType<typeof request>;
  afterAll(async () => databases.close());
  beforeAll(async () => {
    const { server } = await startPortal({
      database: await databases.empty(kind),
      services: [auth],
    });
    api = request(server);
  });

  const send = (...events: object[]) =>
    api.post(`${base}/v1/lineage/batch`).send(events).expect(200);
  const observe = (...events: object[]) =>
    api
      .post(`${base}/v1/lineage/batch`)
      .set(PLANE, 'yes')
      .send(events)
      .expect(200);
  const declare = (job: string) => {
    const {
      run: _run,
      eventType: _type,
      ...rest
    } = runEvent({
      job,
      inputs: [table(`${job}-in`)],
      outputs: [table(`${job}-out`)],
    });
    return send(rest);
  };
  const job = async (name: string) => {
    const id = nodeId('job', { namespace: 'shop', name });
    const { body } = await api.get(
      `${base}/graph?nodes=${encodeURIComponent(id)}`,
    );
    return body.nodes.find((node: any) => node.id === id);
  };
  const drift = async () => (await api.get(`${base}/drift`)).body;

  it('is told by the control plane where the engine tells nothing', async () => {
    await declare('sync');
    expect(await job('sync')).not.toHaveProperty('runState');
    const event = (type: string, minute: number, run = 1) =>
      runEvent({ job: 'sync', type, minute, run });
    await observe(event('START', 1), event('RUNNING', 2));
    expect(await job('sync')).toMatchObject({
      runState: 'RUNNING',
      lastSeenAt: at(2),
      more: { upstream: 0, downstream: 0 },
    });
    await observe(event('RUNNING', 15), event('START', 1));
    expect(await job('sync')).toMatchObject({ lastSeenAt: at(15) });
    await observe(event('START', 20, 2), event('FAIL', 21, 2));
    expect(await job('sync')).toMatchObject({ runState: 'FAIL' });
  });

  it('does not make a job compared whose runs say nothing of data, and says so', async () => {
    const { items, notCompared } = await drift();
    expect(items).toEqual([]);
    expect(notCompared).toEqual([
      {
        job: expect.objectContaining({ name: 'sync' }),
        reason: 'engine-does-not-report',
      },
    ]);
  });

  it('leaves the flows of a job that reports itself as they are', async () => {
    const own = (type: string, minute: number, parts = {}) =>
      runEvent({
        job: 'flink',
        type,
        minute,
        run: 9,
        processing: 'STREAMING',
        ...parts,
      });
    const flows = {
      inputs: [table('flink-in')],
      outputs: [table('flink-out')],
    };
    const seen = (type: string, minute: number) =>
      runEvent({ job: 'flink', type, minute, run: 10 });
    await declare('flink');
    await observe(seen('START', 1));
    await send(own('START', 2, flows));
    await observe(seen('RUNNING', 3));
    await send(own('RUNNING', 7));
    expect(await job('flink')).toMatchObject({ runState: 'RUNNING' });
    // The engine is killed: it cannot say so itself.
    await observe(seen('FAIL', 9));
    expect(await job('flink')).toMatchObject({ runState: 'FAIL' });
    const { body } = await api.get(
      `${base}/graph?nodes=${encodeURIComponent(
        nodeId('job', { namespace: 'shop', name: 'flink' }),
      )}&origins=observed`,
    );
    expect(body.edges).toHaveLength(2);
    const { items, notCompared } = await drift();
    expect(items).toEqual([]);
    expect(notCompared).toHaveLength(1);
  });

  it('is the same after the graph is made anew', async () => {
    const before = [await job('sync'), await job('flink')];
    await api.post(`${base}/rebuild`).expect(202);
    expect([await job('sync'), await job('flink')]).toEqual(before);
  });
});
