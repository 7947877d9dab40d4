import { CrashBackoff } from './crashBackoff';

it('waits longer with each crash, and briefly again after a calm time', () => {
  const backoff = new CrashBackoff();
  const crashes = [0, 2, 5, 10, 20, 40, 75, 110].map(it => it * 1000);
  expect(crashes.map(at => backoff.next(at))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
  ]);
  expect(backoff.next(300_000)).toBe(1000);
});
