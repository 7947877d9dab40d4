import { eventually } from '@datalark/backend-test-kit';
import { TestPlane } from '../__testUtils__/TestPlane';

jest.setTimeout(30_000);

const METRICS = {
  intervalMs: 20,
  looksPerMinute: 6_000,
  rawMs: 3_600_000,
  averagesMs: 3_600_000,
};

describe('the health of a run', () => {
  let plane: TestPlane;

  beforeEach(async () => {
    plane = await TestPlane.sqlite();
  });
  afterEach(async () => plane.stop());

  async function begin(intervalMs: number | string = 10_000) {
    await plane.write({
      configuration: { 'execution.checkpointing.interval': intervalMs },
    });
    plane.startWorker();
    await plane.done('deploy');
    plane.startObserver(plane.engine, METRICS);
  }
  const id = () => [...plane.engine.jobs.keys()].at(-1)!;
  /** Its reasons as the page shows them, once they are these. */
  const untilReasons = (...codes: string[]) =>
    eventually(
      async () => (await plane.deployment()).observation.health,
      health => {
        expect(health.reasons.map(({ code }) => code)).toEqual(codes);
        expect(health.state).toBe(codes.length ? 'degraded' : 'ok');
      },
    );
  /** So many of these calls are answered from now on. */
  const calls = async (method: string, count: number) => {
    const made = () =>
      plane.engine.calls.filter(call => call.method === method).length;
    const before = made();
    await eventually(
      async () => made(),
      now => expect(now).toBeGreaterThanOrEqual(before + count),
    );
  };
  const longAgo = () => new Date(Date.now() - 3_600_000);

  it('is bad when checkpoints fail one after the other, until one gets done', async () => {
    await begin();
    plane.engine.addCheckpoint(id());
    await untilReasons();
    await calls('sample', 2);
    plane.changed.length = 0;
    for (let i = 0; i < 3; i += 1) plane.engine.failCheckpoint(id());
    const { reasons } = await untilReasons('checkpoint-failing');
    expect(reasons[0].message).toMatch(/At least 3 checkpoints have failed/);
    expect(plane.changed).not.toEqual([]);
    plane.engine.addCheckpoint(id());
    await untilReasons();
  });

  it('is bad while a task waits for the next ones', async () => {
    await begin();
    plane.engine.setMeasured(id(), { backpressured: 0.8 });
    const { reasons } = await untilReasons('backpressured');
    expect(reasons[0].message).toMatch(/at least half of the time/);
    plane.engine.setMeasured(id(), { backpressured: 0.1 });
    await untilReasons();
  });

  it('is bad when the newest checkpoint is too old for its interval', async () => {
    await begin();
    // It has been running for long.
    const early = longAgo().toISOString();
    await plane.knex('deployments').update({ since: early });
    await plane.knex('runs').update({ started_at: early });
    plane.engine.addCheckpoint(id(), longAgo());
    const { reasons } = await untilReasons('checkpoint-stale');
    expect(reasons[0].message).toMatch(/since .*, and one is due every 10 s/);
    plane.engine.addCheckpoint(id());
    await untilReasons();
  });

  it('says nothing of checkpoints when it is not known how often they are due', async () => {
    await begin('now and then');
    const early = longAgo().toISOString();
    await plane.knex('deployments').update({ since: early });
    await plane.knex('runs').update({ started_at: early });
    plane.engine.addCheckpoint(id(), longAgo());
    await calls('snapshots', 3);
    expect((await untilReasons()).state).toBe('ok');
  });

  it('stays what it was when a verb looks at the job, and ends with the run', async () => {
    await begin();
    plane.engine.setMeasured(id(), { backpressured: 0.8 });
    await untilReasons('backpressured');
    // A verb looks at the job without knowing of it.
    await plane.done('savepoint');
    await untilReasons('backpressured');
    await plane.done('restart');
    expect((await untilReasons()).state).toBe('ok');
  });

  it('is unknown, not bad, while the engine is silent', async () => {
    await begin();
    plane.engine.setMeasured(id(), { backpressured: 0.8 });
    await untilReasons('backpressured');
    plane.engine.setReachable(false);
    await eventually(
      async () => (await plane.deployment()).observation,
      ({ state, health }) => {
        expect(state).toBe('unknown');
        expect(health.reasons.map(({ code }) => code)).toEqual([
          'engine-unreachable',
        ]);
      },
    );
    plane.engine.setReachable(true);
    await untilReasons('backpressured');
  });

  it('costs the engine no call of its own', async () => {
    await begin();
    plane.engine.calls.length = 0;
    await calls('sample', 3);
    const methods = new Set(plane.engine.calls.map(({ method }) => method));
    expect([...methods].sort()).toEqual(['sample', 'snapshots']);
  });
});
