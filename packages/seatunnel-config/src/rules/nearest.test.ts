import { nearest } from './nearest';

describe('nearest', () => {
  const names = ['parallelism', 'job.mode', 'job.name', 'url', 'user'];

  it.each([
    ['paralelism', 'parallelism'],
    ['jobmode', 'job.mode'],
    ['job_mode', 'job.mode'],
    ['JOB.NAME', 'job.name'],
    ['ulr', 'url'],
    ['usr', 'user'],
    ['password', undefined],
    ['x', undefined],
    ['', undefined],
    ['p'.repeat(100_000), undefined],
  ])('takes %p for %p', (name, meant) => {
    expect(nearest(name, names)).toBe(meant);
  });
});
