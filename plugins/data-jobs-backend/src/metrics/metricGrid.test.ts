import { StoredSample } from '../database/MetricStore';
import { averageSamples } from './averageSamples';
import { gridOf, usualDistance } from './gridOf';
import { withRates } from './withRates';

const sample = (
  at: number,
  values: StoredSample['values'],
  runId = 'r1',
): StoredSample => ({ at, runId, values });

describe('averageSamples', () => {
  it('averages gauges and keeps the last of counters, per step', () => {
    const samples = [
      sample(0, { busy: 0.2, recordsRead: 10 }),
      sample(30, { busy: 0.4, recordsRead: 30 }),
      sample(60, { recordsRead: 40 }),
    ];
    expect(averageSamples(samples, 60)).toEqual([
      {
        at: 0,
        runId: 'r1',
        values: { busy: expect.closeTo(0.3), recordsRead: 30 },
      },
      { at: 60, runId: 'r1', values: { recordsRead: 40 } },
    ]);
  });
});

describe('gridOf', () => {
  it('shows what was not measured as null, and leaves out what was never offered', () => {
    const grid = gridOf([sample(30, { busy: 0 }), sample(120, { busy: 1 })], {
      from: 30,
      to: 150,
      stepMs: 30,
    });
    expect(grid).toEqual({
      times: [30, 60, 90, 120],
      series: [{ name: 'busy', unit: 'ratio', values: [0, null, null, 1] }],
    });
  });

  it('gives series in the order of the model', () => {
    const { series } = gridOf([sample(0, { restarts: 0, recordsRead: 1 })], {
      from: 0,
      to: 1,
      stepMs: 30,
    });
    expect(series.map(({ name }) => name)).toEqual(['recordsRead', 'restarts']);
  });
});

describe('usualDistance', () => {
  it('is not misled by a gap', () => {
    const at = [0, 30, 60, 600, 630].map(ms => sample(ms, {}));
    expect(usualDistance(at)).toBe(30);
    expect(usualDistance(at.slice(0, 1))).toBeUndefined();
  });

  it('covers turns that come a bit later', () => {
    const at = [0, 20, 40, 70, 90, 120].map(ms => sample(ms, {}));
    expect(usualDistance(at)).toBe(30);
  });
});

describe('withRates', () => {
  const before = sample(0, { recordsRead: 100, bytesRead: 50 });
  it('tells how fast totals grew', () => {
    expect(
      withRates(sample(2_000, { recordsRead: 120 }), before, 10_000).values,
    ).toEqual({ recordsRead: 120, recordsReadRate: 10 });
  });
  it.each([
    ['another run', sample(2_000, { recordsRead: 120 }, 'r2')],
    ['a long gap', sample(20_000, { recordsRead: 120 })],
    ['a count begun anew', sample(2_000, { recordsRead: 3 })],
  ])('tells nothing after %s', (_what, now) => {
    expect(withRates(now, before, 10_000).values).toEqual(now.values);
  });
});
