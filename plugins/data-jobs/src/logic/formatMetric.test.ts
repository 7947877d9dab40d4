import { formatMetric } from './formatMetric';

const number = (value: number, options?: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('en', options).format(value);

describe('formatMetric', () => {
  it.each([
    [{ value: 1234567 }, '1,234,567'],
    [{ value: 999, unit: 'bytes' }, '999 B'],
    [{ value: 1_530_000, unit: 'bytes' }, '1.5 MB'],
    [{ value: 2_000, unit: 'bytes/s' }, '2 kB/s'],
    [{ value: 0.125, unit: 'ratio' }, '12.5%'],
    [{ value: 12.34, unit: 'ms' }, '12.3 ms'],
    [{ value: 5, unit: 'records/s' }, '5 records/s'],
  ] as const)('shows %j as %s', (metric, text) => {
    expect(formatMetric(metric, number)).toBe(text);
  });
});
