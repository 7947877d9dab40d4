import { eventually } from '@datalark/backend-test-kit';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { Databases } from '../__testUtils__/Databases';
import { ORDERS, TestPlane } from '../__testUtils__/TestPlane';
import { ScheduleRunner } from './ScheduleRunner';

jest.setTimeout(180_000);

const KEY = { entityRef: ORDERS, environment: 'default' };
const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const iso = (time: string) => at(time).toISOString();

type Policy = 'Forbid' | 'Queue' | 'Replace';

describe.each(Databases.kinds)('schedules on %s', kind => {
  const databases = new Databases();
  let plane: TestPlane;

  afterEach(async () => plane.stop());
  afterAll(async () => databases.close());

  const runner = (autoDeploy = false, over: object = {}) =>
    new ScheduleRunner({
      stores: plane.stores,
      operations: plane.operations,
      changes: plane.changes,
      logger: plane.logger,
      autoDeploy,
      ...over,
    });
  const schedule = async (
    more: { catchUp?: boolean; concurrencyPolicy?: Policy } = {},
    origin: 'portal' | 'git' = 'portal',
  ) => {
    plane = new TestPlane(await databases.migrated(kind), {
      engines: [createFakeEngine({ observeEveryMs: 20 })],
    });
    await plane.write(
      { processing: 'batch', schedule: { cron: '0 * * * *', ...more } },
      origin,
    );
    await runner().tick(at('09:30:00'));
  };
  const firings = () => plane.stores.schedules.firings(KEY, 10);
  const operations = () => plane.stores.operations.list(KEY, 20);
  const running = () =>
    eventually(
      async () => (await plane.deployment()).observation.state,
      state => expect(state).toBe('running'),
    );
  const ended = async () => {
    const [operation] = await operations();
    await plane.end(operation);
    plane.engine.finishJob((await plane.deployment()).observation.engineJobId!);
    await eventually(
      async () => (await plane.deployment()).observation.state,
      state => expect(state).toBe('finished'),
    );
  };

  it('starts a job at its time, as an operation of the schedule', async () => {
    await schedule();
    await runner().tick(at('09:59:59'));
    expect(await operations()).toEqual([]);
    await runner().tick(at('10:00:05'));
    await runner().tick(at('10:00:15'));
    const [operation, ...others] = await operations();
    expect(others).toEqual([]);
    expect(operation).toMatchObject({
      verb: 'deploy',
      surface: 'schedule',
      requestedBy: 'schedule',
      versionAfter: 1,
      reason: 'Scheduled for 2026-11-21T10:00:00.000Z (0 * * * *, UTC)',
    });
    expect(await firings()).toEqual([
      {
        scheduledAt: iso('10:00:00'),
        outcome: 'started',
        decidedAt: iso('10:00:05'),
        operationId: operation.id,
      },
    ]);
  });

  it('starts once when two replicas see the same time', async () => {
    await schedule();
    await Promise.all([
      runner().tick(at('10:00:05')),
      runner().tick(at('10:00:05')),
      runner().tick(at('10:00:06')),
    ]);
    expect(await operations()).toHaveLength(1);
    expect(await firings()).toMatchObject([{ outcome: 'started' }]);
  });

  it('starts once when a replica dies between the start and its note of it', async () => {
    await schedule();
    const dying = {
      stores: {
        ...plane.stores,
        schedules: Object.assign(Object.create(plane.stores.schedules), {
          due: () => plane.stores.schedules.due(iso('10:00:05')),
          queued: async () => [],
          unplanned: async () => [],
          prune: async () => undefined,
          record: plane.stores.schedules.record.bind(plane.stores.schedules),
          advance: async () => {
            throw new Error('killed');
          },
        }),
      },
    };
    await runner(false, dying).tick(at('10:00:05'));
    expect(await operations()).toHaveLength(1);
    plane.startWorker();
    await plane.end((await operations())[0]);
    await runner().tick(at('10:00:20'));
    expect(await operations()).toHaveLength(1);
    await runner().tick(at('10:30:00'));
    expect(await firings()).toHaveLength(1);
  });

  it('leaves out what passed while the portal was down', async () => {
    await schedule();
    await runner().tick(at('13:30:00'));
    expect(await operations()).toEqual([]);
    expect(await firings()).toEqual([
      {
        scheduledAt: iso('13:00:00'),
        outcome: 'missed',
        missed: 4,
        decidedAt: iso('13:30:00'),
      },
    ]);
    await runner().tick(at('14:00:01'));
    expect(await operations()).toHaveLength(1);
  });

  it('makes up for it once when it shall catch up', async () => {
    await schedule({ catchUp: true });
    await runner().tick(at('13:30:00'));
    expect(await operations()).toHaveLength(1);
    expect(await firings()).toMatchObject([
      { scheduledAt: iso('13:00:00'), outcome: 'started' },
      { scheduledAt: iso('12:00:00'), outcome: 'missed', missed: 3 },
    ]);
  });

  it('makes up for nothing when the schedule is new or was changed', async () => {
    await schedule({ catchUp: true });
    await plane.write({
      processing: 'batch',
      schedule: { cron: '15 * * * *', catchUp: true },
    });
    await runner().tick(at('13:30:00'));
    expect(await firings()).toEqual([]);
    await runner().tick(at('14:15:00'));
    expect(await firings()).toMatchObject([{ scheduledAt: iso('14:15:00') }]);
  });

  describe('when the run before goes on', () => {
    // Resolves to the id of the run before on its engine, after the next time.
    const overlap = async (concurrencyPolicy: Policy) => {
      await schedule({ concurrencyPolicy });
      plane.startWorker();
      plane.startObserver();
      await runner().tick(at('10:00:01'));
      await plane.end((await operations())[0]);
      await running();
      const { engineJobId } = (await plane.deployment()).observation;
      await runner().tick(at('11:00:01'));
      return engineJobId;
    };

    it('Replace ends it and starts the next', async () => {
      const first = await overlap('Replace');
      const [replaced] = await operations();
      expect(await plane.end(replaced)).toMatchObject({ state: 'succeeded' });
      expect(replaced.reason).toContain('11:00:00');
      await running();
      expect((await plane.deployment()).observation.engineJobId).not.toBe(
        first,
      );
    });

    it('Forbid skips the next', async () => {
      await overlap('Forbid');
      expect(await operations()).toHaveLength(1);
      expect((await firings())[0]).toMatchObject({
        outcome: 'skipped',
        reason: 'The run before still goes on. (concurrencyPolicy Forbid)',
      });
    });

    it('Queue keeps one for later', async () => {
      await overlap('Queue');
      expect(await operations()).toHaveLength(1);
      expect((await firings())[0]).toMatchObject({ outcome: 'queued' });
      await runner().tick(at('12:00:01'));
      expect((await firings())[0]).toMatchObject({
        outcome: 'skipped',
        reason: expect.stringContaining('queued already'),
      });
      await ended();
      await runner().tick(at('12:10:00'));
      expect(await operations()).toHaveLength(2);
      expect((await firings())[1]).toMatchObject({
        scheduledAt: iso('11:00:00'),
        outcome: 'started',
        decidedAt: iso('12:10:00'),
      });
    });
  });

  it('does not start what a person stopped, until a person deploys it', async () => {
    await schedule();
    plane.startWorker();
    plane.startObserver();
    await plane.done('deploy');
    await running();
    await plane.done('stop');
    await runner().tick(at('10:00:01'));
    expect(await operations()).toHaveLength(2);
    expect((await firings())[0]).toMatchObject({
      outcome: 'skipped',
      reason:
        'user:default/lin wants the job stopped; deploy it to let its schedule go on.',
    });
    await plane.done('deploy');
    await running();
    await ended();
    await runner().tick(at('11:00:01'));
    expect((await firings())[0]).toMatchObject({ outcome: 'started' });
  });

  it('does not start while nobody knows whether the run before has ended', async () => {
    await schedule({ concurrencyPolicy: 'Forbid' });
    plane.startWorker();
    plane.startObserver();
    await plane.done('deploy');
    await running();
    plane.engine.setReachable(false);
    await eventually(
      async () => (await plane.deployment()).observation.state,
      state => expect(state).toBe('unknown'),
    );
    await runner().tick(at('10:00:01'));
    expect((await firings())[0]).toMatchObject({
      outcome: 'skipped',
      reason: expect.stringContaining('Nobody knows'),
    });
  });

  it('runs of Git what a person deployed, or with autoDeploy the newest', async () => {
    await schedule({}, 'git');
    await runner().tick(at('10:00:01'));
    expect(await firings()).toMatchObject([
      { outcome: 'skipped', reason: expect.stringContaining('autoDeploy') },
    ]);
    plane.startWorker();
    plane.startObserver();
    await plane.done('deploy');
    await running();
    await ended();
    await plane.write(
      {
        processing: 'batch',
        schedule: { cron: '0 * * * *' },
        parallelism: 2,
      },
      'git',
    );
    await runner().tick(at('11:00:01'));
    expect((await operations())[0]).toMatchObject({ versionAfter: 1 });
    await eventually(operations, list =>
      expect(list[0].state).toBe('succeeded'),
    );
    await ended();
    await runner(true).tick(at('12:00:01'));
    expect((await operations())[0]).toMatchObject({ versionAfter: 2 });
  });
});
