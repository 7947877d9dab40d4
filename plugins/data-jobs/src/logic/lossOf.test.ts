import {
  deployment,
  jobDetail,
  observation,
  snapshot,
} from '../testing/jobFixtures';
import { checkpointInterval, lossOf, recordsSince } from './lossOf';

const series = (values: Array<number | null>) => ({
  series: [{ name: 'recordsRead' as const, unit: 'records' as const, values }],
});

describe('lossOf', () => {
  it('is what came since the restore point', () => {
    const restorePoint = snapshot();
    const job = jobDetail({ restorePoints: { default: restorePoint } });
    expect(lossOf(job, job.deployments[0])).toEqual({
      kind: 'since-snapshot',
      snapshot: restorePoint,
    });
  });

  it('is everything without one, also while the engine is silent', () => {
    const job = jobDetail({ restorePoints: {} });
    for (const state of ['running', 'unknown'] as const) {
      const seen = observation({ state });
      expect(lossOf(job, deployment({ observation: seen }))).toEqual({
        kind: 'everything',
        since: seen.since,
      });
    }
  });

  it('is nothing without state, or without a run', () => {
    const batch = jobDetail({ processing: 'batch' });
    expect(lossOf(batch, batch.deployments[0]).kind).toBe('stateless');
    const stopped = deployment({
      observation: observation({ state: 'suspended' }),
    });
    expect(lossOf(jobDetail(), stopped).kind).toBe('nothing-runs');
  });
});

describe('recordsSince', () => {
  it('counts over gaps', () => {
    expect(recordsSince(series([10, null, 25]))).toBe(15);
  });
  it('does not guess', () => {
    expect(recordsSince(undefined)).toBeUndefined();
    expect(recordsSince(series([null, 10]))).toBeUndefined();
    expect(recordsSince(series([10, 3, 20]))).toBeUndefined();
  });
});

describe('checkpointInterval', () => {
  const of = (configuration: object, environments = {}) => {
    const job = jobDetail();
    return checkpointInterval(
      { ...job, spec: { ...job.spec, configuration, environments } as any },
      'default',
    );
  };
  it('is the environment’s before the job’s', () => {
    const key = 'execution.checkpointing.interval';
    expect(of({ [key]: '10 s' })).toBe('10 s');
    expect(
      of({ [key]: '10 s' }, { default: { configuration: { [key]: 3000 } } }),
    ).toBe('3000 ms');
    expect(of({})).toBeUndefined();
  });
});
