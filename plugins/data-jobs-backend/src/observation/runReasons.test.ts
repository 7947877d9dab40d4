import {
  backpressured,
  checkpointFailing,
  checkpointStale,
  countCheckpoints,
} from './runReasons';

describe('checkpointFailing', () => {
  /** Samples of [completed, failed], one after the other. */
  const after = (samples: Array<[number, number]>, wasFailing = false) => {
    const counts = samples.reduce(
      (before, [checkpointsCompleted, checkpointsFailed]) =>
        countCheckpoints(
          before,
          { checkpointsCompleted, checkpointsFailed },
          wasFailing,
        ),
      undefined as ReturnType<typeof countCheckpoints>,
    );
    return checkpointFailing(counts!)?.code;
  };

  it.each<[string, Array<[number, number]>, string | undefined]>([
    ['one that fails at the start', [[0, 1]], undefined],
    ['three before the first', [[0, 3]], 'checkpoint-failing'],
    ['old failures of a run that goes well', [[90, 5]], undefined],
    [
      'two in a row',
      [
        [90, 5],
        [90, 7],
      ],
      undefined,
    ],
    [
      'three in a row',
      [
        [90, 5],
        [90, 7],
        [90, 8],
      ],
      'checkpoint-failing',
    ],
    [
      'one that got done in between',
      [
        [90, 5],
        [91, 9],
      ],
      undefined,
    ],
    [
      'one that gets done at last',
      [
        [9, 0],
        [9, 4],
        [10, 4],
      ],
      undefined,
    ],
    [
      'counts that begin anew',
      [
        [9, 8],
        [0, 0],
      ],
      undefined,
    ],
  ])('%s', (_, samples, expected) => {
    expect(after(samples)).toBe(expected);
  });

  it('goes on where another replica left off', () => {
    expect(after([[90, 5]], true)).toBe('checkpoint-failing');
    expect(
      after(
        [
          [90, 5],
          [91, 5],
        ],
        true,
      ),
    ).toBeUndefined();
  });

  it('says nothing of engines that do not count', () => {
    expect(countCheckpoints(undefined, { restarts: 1 }, false)).toBeUndefined();
  });
});

describe('backpressured', () => {
  it.each([
    [undefined, 0.9, undefined],
    [0.2, 0.9, undefined],
    [0.5, 0.5, 'backpressured'],
    [0.9, undefined, undefined],
  ])('%p, then %p', (before, now, expected) => {
    const sample = (value?: number) => ({ backpressured: value });
    expect(backpressured(sample(before), sample(now))?.code).toBe(expected);
  });
});

describe('checkpointStale', () => {
  const HOUR = Date.parse('2026-01-01T12:00:00.000Z');
  const at = (seconds: number) => HOUR + seconds * 1_000;
  const newest = (seconds: number, durationMs?: number) => ({
    createdAt: new Date(at(seconds)).toISOString(),
    durationMs,
  });
  const facts = { lookedAt: at(0), runningSince: at(-9_000) };

  it('begins after three intervals and durations, and a minute', () => {
    const look = (age: number, intervalMs: number, durationMs?: number) =>
      checkpointStale({
        ...facts,
        newest: newest(-age, durationMs),
        intervalMs,
      }) !== undefined;
    expect(look(59, 1_000)).toBe(false);
    expect(look(61, 1_000)).toBe(true);
    expect(look(89, 30_000)).toBe(false);
    expect(look(91, 30_000)).toBe(true);
    expect(look(91, 30_000, 20_000)).toBe(false);
    expect(look(151, 30_000, 20_000)).toBe(true);
  });

  it('says since when, and what is due', () => {
    expect(
      checkpointStale({ ...facts, newest: newest(-600), intervalMs: 10_000 }),
    ).toEqual({
      code: 'checkpoint-stale',
      message:
        'No checkpoint got done since 2026-01-01T11:50:00.000Z, and one is due every 10 s.',
    });
  });

  it('counts from when it runs, where that was later', () => {
    const look = (runningSince: number, of?: ReturnType<typeof newest>) =>
      checkpointStale({
        lookedAt: at(0),
        runningSince,
        newest: of,
        intervalMs: 10_000,
      })?.message;
    expect(look(at(-30), newest(-9_000))).toBeUndefined();
    expect(look(at(-30))).toBeUndefined();
    expect(look(at(-90))).toBe(
      'No checkpoint got done in this run, and one is due every 10 s.',
    );
  });

  it.each([0, undefined])('says nothing when the interval is %p', ms => {
    expect(
      checkpointStale({ ...facts, newest: newest(-8_000), intervalMs: ms }),
    ).toBeUndefined();
  });
});
