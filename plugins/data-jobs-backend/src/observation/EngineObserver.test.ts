import { eventually } from '@datalark/backend-test-kit';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { restorePoint } from '../operations/restorePoint';
import { ORDERS, TestPlane } from '../__testUtils__/TestPlane';

jest.setTimeout(30_000);

describe('EngineObserver', () => {
  let plane: TestPlane;

  beforeEach(async () => {
    plane = await TestPlane.sqlite();
    await plane.write();
    plane.startWorker();
    await plane.done('deploy');
  });
  afterEach(async () => plane.stop());

  const job = () => [...plane.engine.jobs.values()].at(-1)!;
  const untilState = (state: string) =>
    eventually(
      () => plane.deployment(),
      ({ observation }) => expect(observation.state).toBe(state),
    );

  it('writes down what happens to a job, ends its run and tells of it', async () => {
    plane.startObserver();
    plane.changed.length = 0;
    plane.engine.failJob(job().engineJobId, 'out of memory');
    const { observation } = await untilState('failed');
    expect(observation.health).toEqual({
      state: 'degraded',
      reasons: [{ code: 'failed', message: 'out of memory' }],
    });
    const [run] = await plane.stores.runs.list(await plane.deployment(), 1);
    expect(run).toMatchObject({
      state: 'failed',
      endedAt: job().endedAt,
      message: 'out of memory',
    });
    expect(plane.changed).toContain(ORDERS);
  });

  it('believes what it sees when the clock was set back', async () => {
    const { observation } = await plane.deployment();
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await plane.stores.deployments.update(await plane.deployment(), {
      observation: { ...observation, observedAt: ahead, since: ahead },
    });
    plane.startObserver();
    plane.engine.failJob(job().engineJobId, 'out of memory');
    const failed = await untilState('failed');
    expect(failed.observation.since < ahead).toBe(true);
    expect(failed.observation.observedAt < ahead).toBe(true);
  });

  it('says why a job failed when only the exceptions of the engine do', async () => {
    plane.startObserver();
    plane.engine.failJob(job().engineJobId, '/ by zero\n  at Calc.java:3');
    job().message = undefined;
    const { observation } = await eventually(
      () => plane.deployment(),
      deployment =>
        expect(deployment.observation.message).toBe('FakeException: / by zero'),
    );
    expect(observation.health.reasons).toEqual([
      { code: 'failed', message: 'FakeException: / by zero' },
    ]);
    const [run] = await plane.stores.runs.list(await plane.deployment(), 1);
    expect(run.message).toBe('FakeException: / by zero');
  });

  it('says unknown while the engine is silent, and triggers nothing', async () => {
    plane.startObserver();
    await eventually(
      () => plane.stores.engines.list(),
      engines => expect(engines).toMatchObject([{ reachable: 'yes' }]),
    );
    const { since } = (await plane.deployment()).observation;
    const calls = plane.engine.calls.length;
    plane.engine.setReachable(false, 'connection refused');
    const lost = await untilState('unknown');
    expect(lost.observation.lastKnown?.state).toBe('running');
    expect(await plane.stores.engines.list()).toMatchObject([
      {
        name: 'fake',
        reachable: 'no',
        info: { version: 'fake-1' },
        problems: [{ message: 'connection refused' }],
      },
    ]);
    plane.engine.setReachable(true);
    const back = await untilState('running');
    expect(back.observation.since).toBe(since);
    const made = plane.engine.calls.slice(calls).map(call => call.method);
    expect(made.filter(method => method !== 'snapshots')).toEqual([]);
    expect(plane.changed).toContain('engine fake');
  });

  it('says absent when the engine has lost its memory', async () => {
    plane.startObserver();
    await plane.knex('deployments').update({ submitted_at: null });
    plane.engine.forgetJobs();
    const { observation } = await untilState('absent');
    expect(observation.health.reasons[0].code).toBe('absent');
    expect(plane.engine.jobs.size).toBe(0);
  });

  it('knows a restore point even after the engine died', async () => {
    plane.startObserver();
    const checkpoint = plane.engine.addCheckpoint(job().engineJobId);
    const point = async () =>
      restorePoint(await plane.deployment(), plane.stores);
    await eventually(point, found =>
      expect(found?.location).toBe(checkpoint.location),
    );
    plane.engine.setReachable(false);
    await untilState('unknown');
    expect((await point())?.location).toBe(checkpoint.location);
  });

  it('is one for an engine, and another takes over', async () => {
    const looks = jest.spyOn(plane.engine, 'observe');
    const first = plane.startObserver();
    await eventually(
      async () => looks.mock.calls.length,
      count => expect(count).toBe(1),
    );
    plane.startObserver();
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(looks).toHaveBeenCalledTimes(1);
    await first.stop();
    await eventually(
      async () => looks.mock.calls.length,
      count => expect(count).toBe(2),
    );
  });

  it('writes nothing for many jobs that did not change', async () => {
    const engine = createFakeEngine({ name: 'busy', observeEveryMs: 10 });
    const busy = await TestPlane.sqlite({ engines: [engine] });
    for (let i = 0; i < 200; i += 1) {
      await busy.write({ engine: 'busy' }, 'portal', `job-${i}`);
      engine.addForeignJob(`job-${i}`, `id-${i}`);
    }
    await busy.knex('deployments').update({
      engine_job_id: busy.knex.raw(
        "replace(entity_ref, 'datajob:default/job-', 'id-')",
      ),
      run_id: 'r',
      desired: 'running',
    });
    const observer = busy.startObserver(engine);
    await eventually(
      async () =>
        busy
          .knex('deployments')
          .where({ observed: 'running' })
          .count({ n: '*' }),
      ([{ n }]) => expect(n).toBe(200),
    );
    const update = jest.spyOn(busy.stores.deployments, 'observe');
    const touched = jest.spyOn(busy.stores.deployments, 'touchObservedAt');
    await eventually(
      async () => touched.mock.calls.length,
      count => expect(count).toBeGreaterThan(2),
    );
    expect(update).not.toHaveBeenCalled();
    await observer.stop();
    await busy.stop();
  });
});
