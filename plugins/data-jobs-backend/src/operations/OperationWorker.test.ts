import { eventually } from '@datalark/backend-test-kit';
import {
  OperationParams,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { crashingStores } from '../__testUtils__/crashingStores';
import { ORDERS, TestPlane } from '../__testUtils__/TestPlane';

jest.setTimeout(120_000);

type Case = {
  verb: Verb;
  /** Verbs that bring the job where the case begins. */
  before: Verb[];
  params?: OperationParams;
  upgrade?: boolean;
  /** Live jobs, and jobs that were ever submitted, in the end. */
  live: number;
  submitted: number;
  snapshots?: number;
};

const CASES: Array<[string, Case]> = [
  ['deploy', { verb: 'deploy', before: [], live: 1, submitted: 1 }],
  [
    'deploy of a new version',
    {
      verb: 'deploy',
      before: ['deploy'],
      upgrade: true,
      live: 1,
      submitted: 2,
      snapshots: 1,
    },
  ],
  ['stop', { verb: 'stop', before: ['deploy'], live: 0, submitted: 1 }],
  [
    'stop with a savepoint',
    {
      verb: 'stop',
      params: { withSavepoint: true },
      before: ['deploy'],
      live: 0,
      submitted: 1,
      snapshots: 1,
    },
  ],
  [
    'suspend',
    {
      verb: 'suspend',
      before: ['deploy'],
      live: 0,
      submitted: 1,
      snapshots: 1,
    },
  ],
  [
    'resume',
    {
      verb: 'resume',
      before: ['deploy', 'suspend'],
      live: 1,
      submitted: 2,
      snapshots: 1,
    },
  ],
  [
    'restart',
    {
      verb: 'restart',
      before: ['deploy'],
      live: 1,
      submitted: 2,
      snapshots: 1,
    },
  ],
  [
    'savepoint',
    {
      verb: 'savepoint',
      before: ['deploy'],
      live: 1,
      submitted: 1,
      snapshots: 1,
    },
  ],
  [
    'restore',
    {
      verb: 'restore',
      params: { snapshot: 'savepoint-1' },
      before: ['deploy', 'savepoint'],
      live: 1,
      submitted: 2,
      snapshots: 1,
    },
  ],
  [
    'rollback',
    {
      verb: 'rollback',
      params: { version: 1 },
      before: ['deploy'],
      upgrade: true,
      live: 1,
      submitted: 2,
      snapshots: 1,
    },
  ],
  ['delete', { verb: 'delete', before: ['deploy'], live: 0, submitted: 1 }],
];

/** Lets a worker die at its nth write, and another one go on; false: it ended first. */
async function crashAt(
  nth: number,
  when: 'before' | 'after',
  { verb, before, params, upgrade, ...expected }: Case,
): Promise<boolean> {
  const engine = createFakeEngine({ observeEveryMs: 1_000 });
  const plane = await TestPlane.sqlite({ engines: [engine] });
  try {
    await plane.write();
    const first = plane.startWorker();
    for (const one of before) await plane.done(one);
    await first.stop();
    if (upgrade) {
      await plane.write({ definition: { sql: 'INSERT INTO b SELECT 2;' } });
    }
    const operation = await plane.ask(verb, params);

    const dying = crashingStores(plane.stores, nth, when);
    const worker = plane.startWorker(dying.stores);
    const early = await eventually(
      async () => (await plane.stores.operations.get(operation.id))!,
      ({ state }) =>
        expect(dying.crashed() || state === 'succeeded').toBe(true),
    );
    await worker.stop();
    if (!dying.crashed() && early.state === 'succeeded') return false;

    // The lease of the dead runs out.
    await plane.knex('operations').update({ lease_until: 0 });
    plane.startWorker();
    const ended = await plane.end(operation);
    const where = `crash ${when} write ${nth}`;
    expect({ where, state: ended.state, error: ended.error }).toEqual({
      where,
      state: 'succeeded',
      error: undefined,
    });
    expect({ where, live: engine.liveJobs('orders').length }).toEqual({
      where,
      live: expected.live,
    });
    expect({ where, submitted: engine.jobs.size }).toEqual({
      where,
      submitted: expected.submitted,
    });
    if (expected.snapshots !== undefined) {
      expect({ where, taken: engine.storage.size }).toEqual({
        where,
        taken: expected.snapshots,
      });
    }
    expect(
      ended.steps.every(step => ['succeeded', 'skipped'].includes(step.state)),
    ).toBe(true);
    return true;
  } finally {
    await plane.stop();
  }
}

describe('a worker that dies', () => {
  it.each(CASES)(
    'is followed by another at every write of %s',
    async (_name, one) => {
      let points = 0;
      for (const when of ['before', 'after'] as const) {
        for (let nth = 1; await crashAt(nth, when, one); nth += 1) points += 1;
      }
      expect(points).toBeGreaterThan(6);
    },
  );
});

describe('two workers on one database', () => {
  it('share the work, each operation being done once', async () => {
    const plane = await TestPlane.sqlite();
    try {
      plane.startWorker();
      plane.startWorker();
      const names = Array.from({ length: 20 }, (_, i) => `job-${i}`);
      for (const name of names) {
        await plane.write({}, 'portal', name);
        const job = await plane.stores.jobs.get(`datajob:default/${name}`);
        await plane.operations.create(
          job!,
          { entityRef: job!.entityRef, verb: 'deploy' },
          'user:default/lin',
          'api',
        );
      }
      await eventually(
        async () =>
          plane.knex('operations').where({ state: 'succeeded' }).select('id'),
        rows => expect(rows).toHaveLength(20),
      );
      expect(plane.engine.jobs.size).toBe(20);
      for (const name of names) {
        expect(plane.engine.liveJobs(name)).toHaveLength(1);
      }
    } finally {
      await plane.stop();
    }
  });

  it('hand an operation over at shutdown', async () => {
    const plane = await TestPlane.sqlite();
    try {
      await plane.write();
      plane.engine.hold('start');
      const first = plane.startWorker();
      const operation = await plane.ask('deploy');
      await eventually(
        async () => plane.stores.operations.get(operation.id),
        found => expect(found?.steps.at(-1)?.name).toBe('Wait until it runs'),
      );
      await first.stop();
      expect(
        await plane.stores.operations.active({
          entityRef: ORDERS,
          environment: 'default',
        }),
      ).toMatchObject({ id: operation.id, state: 'running' });
      plane.startWorker();
      plane.engine.release();
      expect((await plane.end(operation)).state).toBe('succeeded');
      expect(plane.engine.jobs.size).toBe(1);
    } finally {
      await plane.stop();
    }
  });
});
