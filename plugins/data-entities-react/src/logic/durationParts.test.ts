import { durationParts } from './durationParts';

describe('durationParts', () => {
  it.each([
    [-5, 0, 'second'],
    [59_999, 59, 'second'],
    [60_000, 1, 'minute'],
    [3_600_000, 1, 'hour'],
    [47 * 3_600_000, 47, 'hour'],
    [49 * 3_600_000, 2, 'day'],
  ])('cuts %d ms to %d %s', (milliseconds, value, unit) => {
    expect(durationParts(milliseconds)).toEqual({ value, unit });
  });
});
