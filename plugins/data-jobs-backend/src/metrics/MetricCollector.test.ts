import { eventually } from '@datalark/backend-test-kit';
import { createFakeEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { Databases } from '../__testUtils__/Databases';
import { ORDERS, TestPlane } from '../__testUtils__/TestPlane';
import { MetricCollector } from './MetricCollector';
import { MetricKeeper } from './MetricKeeper';
import { AVERAGED_MS, MetricSettings } from './MetricSettings';

jest.setTimeout(180_000);

const KEY = { entityRef: ORDERS, environment: 'default' };
const SETTINGS: MetricSettings = {
  intervalMs: 100,
  looksPerMinute: 60_000,
  rawMs: 3_600_000,
  averagesMs: 24 * 3_600_000,
};
const FOREVER = { from: 0, to: Number.MAX_SAFE_INTEGER };

describe.each(Databases.kinds)('metrics over time on %s', kind => {
  const databases = new Databases();
  let plane: TestPlane;
  let stop: AbortController;
  afterAll(() => databases.close());
  beforeEach(async () => {
    plane = new TestPlane(await databases.migrated(kind), {
      engines: [createFakeEngine({ observeEveryMs: 20 })],
    });
    stop = new AbortController();
    await plane.write();
    plane.startWorker();
    plane.startObserver();
    await plane.done('deploy');
  });
  afterEach(async () => {
    stop.abort();
    await plane.stop();
  });

  const collect = (settings = SETTINGS) =>
    new MetricCollector(plane.engine, {
      stores: plane.stores,
      logger: plane.logger,
      redactor: { message: String } as any,
      settings,
    }).run(stop.signal);
  const read = () => plane.stores.metrics.read(KEY, FOREVER);

  it('are written while a job runs, on even times, and not while the engine is away', async () => {
    const [job] = [...plane.engine.jobs.values()];
    const done = collect();
    const samples = await eventually(read, found =>
      expect(found.length).toBeGreaterThan(2),
    );
    expect(samples.every(({ at }) => at % SETTINGS.intervalMs === 0)).toBe(
      true,
    );
    expect(samples[0].values).toMatchObject({ recordsRead: 0 });
    expect(samples[0].runId).toBe((await plane.deployment()).runId);
    job.records.read = 500;
    await eventually(read, found =>
      expect(
        found.some(({ values }) => (values.recordsReadRate ?? 0) > 0),
      ).toBe(true),
    );

    plane.engine.setReachable(false);
    await eventually(
      () => plane.stores.engines.get('fake'),
      engine => expect(engine?.reachable).toBe('no'),
    );
    const calls = () =>
      plane.engine.calls.filter(({ method }) => method === 'sample').length;
    await new Promise(resolve => setTimeout(resolve, 250));
    const asked = calls();
    const known = (await read()).length;
    await new Promise(resolve => setTimeout(resolve, 250));
    expect(calls()).toBe(asked);
    expect((await read()).length).toBe(known);

    plane.engine.setReachable(true);
    await eventually(read, found =>
      expect(found.length).toBeGreaterThan(known),
    );
    stop.abort();
    await done;
  });

  it('outlive the run, and go with the job', async () => {
    const done = collect();
    await eventually(read, found => expect(found.length).toBeGreaterThan(0));
    await plane.done('stop');
    stop.abort();
    await done;
    expect((await read()).length).toBeGreaterThan(0);
    await plane.stores.jobs.delete(ORDERS);
    expect(await read()).toEqual([]);
  });

  it('become averages, and are forgotten when they are old', async () => {
    const now = 100 * AVERAGED_MS + 1_000;
    const { metrics, leases } = plane.stores;
    const at = (ms: number, busy: number) => ({ at: ms, values: { busy } });
    await metrics.write(KEY, 0, [
      at(now - SETTINGS.rawMs - AVERAGED_MS, 1),
      at(98 * AVERAGED_MS, 0.2),
      at(98 * AVERAGED_MS + 30_000, 0.6),
      at(100 * AVERAGED_MS, 1),
    ]);
    await metrics.write(KEY, AVERAGED_MS, [at(0, 0.5)]);
    const keeper = new MetricKeeper({
      stores: { metrics, leases },
      settings: { ...SETTINGS, averagesMs: 8 * 3_600_000 },
      logger: plane.logger,
      owner: 'me',
    });
    await keeper.keep(now);
    const averages = () =>
      metrics.read(KEY, { ...FOREVER, resolution: AVERAGED_MS });
    expect(await averages()).toEqual([
      { at: 98 * AVERAGED_MS, values: { busy: expect.closeTo(0.4) } },
    ]);
    expect((await read()).map(sample => sample.at)).toEqual([
      98 * AVERAGED_MS,
      98 * AVERAGED_MS + 30_000,
      100 * AVERAGED_MS,
    ]);
    // The bucket that was not over is made the next time.
    await keeper.keep(now + AVERAGED_MS);
    expect((await averages()).map(sample => sample.at)).toEqual([
      98 * AVERAGED_MS,
      100 * AVERAGED_MS,
    ]);
  });

  it('keep the failures of all runs, alike ones together with the first and the last', async () => {
    const { exceptions } = plane.stores;
    const at = (second: number) => new Date(second * 1_000).toISOString();
    const lost = (second: number, id: number) => ({
      at: at(second),
      name: 'IOException',
      message: `Connection ${id} to 10.0.0.1 was lost`,
      stack: `stack ${second}`,
    });
    const other = { at: at(3), name: 'NullPointerException', message: 'x' };
    await exceptions.record(KEY, 'run-1', [lost(2, 77), other, lost(1, 5)]);
    await exceptions.record(KEY, 'run-1', [lost(2, 77), other, lost(1, 5)]);
    await exceptions.record(KEY, 'run-2', [lost(9, 8)]);
    const groups = await exceptions.list(KEY);
    expect(groups).toHaveLength(2);
    expect(groups[0]).toMatchObject({
      name: 'IOException',
      count: 3,
      firstAt: at(1),
      lastAt: at(9),
      first: { stack: 'stack 1' },
      last: { stack: 'stack 9' },
      firstRunId: 'run-1',
      lastRunId: 'run-2',
    });
    expect(groups[1]).toMatchObject({ count: 1, firstAt: at(3) });
  });

  it('finds the failures of a run by itself', async () => {
    const [job] = [...plane.engine.jobs.values()];
    plane.engine.failJob(job.engineJobId, '/ by zero');
    await eventually(
      () => plane.stores.exceptions.list(KEY),
      groups =>
        expect(groups).toMatchObject([
          { name: 'FakeException', message: '/ by zero', count: 1 },
        ]),
    );
  });
});
