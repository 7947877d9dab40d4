import {
  JobMetric,
  MetricSample,
} from '@datalark/backstage-plugin-data-jobs-common';
import { COUNT_FOREVER, sqlJob } from '../__testUtils__/flinkDefinitions';
import { realFlink } from '../__testUtils__/flinkBench';

jest.setTimeout(120_000);

describe.each(['2.3.0', '1.20.3'] as const)('metrics of Flink %s', version => {
  let flink: Awaited<ReturnType<typeof realFlink>>;
  const call = () => ({ signal: AbortSignal.timeout(60_000) });

  beforeAll(async () => {
    flink = await realFlink(version);
  });
  afterAll(() => flink?.dispose());

  it('tell how much was read and written, and how busy the tasks are', async () => {
    const engineJobId = flink.engine.allocateJobId();
    await flink.engine.submit(
      {
        ...sqlJob(COUNT_FOREVER),
        jobName: 'metrics-test',
        engineJobId,
        isRetry: false,
      },
      call(),
    );
    const value = (metrics: JobMetric[], name: string) =>
      metrics.find(metric => metric.name === name)?.value ?? 0;
    let metrics: JobMetric[] = [];
    const counted = () =>
      value(metrics, 'records read') &&
      value(metrics, 'records written') &&
      metrics.some(({ name }) => name === 'restarts');
    for (let i = 0; i < 300 && !counted(); i += 1) {
      metrics = await flink.engine.metrics(engineJobId, call());
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    await flink.engine.cancel(engineJobId, call());
    expect(value(metrics, 'records read')).toBeGreaterThan(0);
    expect(value(metrics, 'records written')).toBeGreaterThan(0);
    expect(metrics).toContainEqual({
      name: 'restarts',
      value: 0,
      unit: 'count',
    });
    expect(metrics).toContainEqual({
      name: 'backpressured',
      value: expect.any(Number),
      unit: 'ratio',
      scope: expect.stringContaining('Source'),
    });
  });

  it('tell what is kept over time with few requests, and leave out what is not offered', async () => {
    const engineJobId = flink.engine.allocateJobId();
    await flink.engine.submit(
      {
        ...sqlJob(COUNT_FOREVER),
        jobName: 'sample-test',
        engineJobId,
        isRetry: false,
      },
      call(),
    );
    let sample: MetricSample = {};
    const whole = () =>
      sample.recordsRead &&
      sample.recordsWritten &&
      sample.checkpointSize !== undefined &&
      sample.restarts !== undefined &&
      sample.busy !== undefined;
    for (let i = 0; i < 300 && !whole(); i += 1) {
      sample = await flink.engine.sample(engineJobId, call());
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    const { nodes } = await flink.engine.plan(engineJobId, call());
    // Two for the job, one per vertex: what there is was listed before.
    flink.jobManager.requests.length = 0;
    sample = await flink.engine.sample(engineJobId, call());
    expect(flink.jobManager.requests).toHaveLength(2 + nodes.length);
    await flink.engine.cancel(engineJobId, call());
    expect(sample).toEqual({
      recordsRead: expect.any(Number),
      recordsWritten: expect.any(Number),
      busy: expect.any(Number),
      backpressured: expect.any(Number),
      restarts: 0,
      checkpointSize: expect.any(Number),
      checkpointDuration: expect.any(Number),
      checkpointsCompleted: expect.any(Number),
      checkpointsFailed: expect.any(Number),
    });
    expect(sample.recordsRead).toBeGreaterThan(0);
    expect(sample.busy).toBeLessThanOrEqual(1);
  });
});
