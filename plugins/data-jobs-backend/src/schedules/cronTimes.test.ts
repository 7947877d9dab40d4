import { nextTimes, scheduleOf, scheduleProblem } from './cronTimes';
import { dueTimes } from './dueTimes';

const BERLIN = { cron: '30 2 * * *', timezone: 'Europe/Berlin' };
const schedule = (cron: string, timezone = 'UTC') => ({
  cron,
  timezone,
  catchUp: false,
  concurrencyPolicy: 'Forbid' as const,
});
const times = (
  one: { cron: string; timezone: string },
  after: string,
  count: number,
) => nextTimes(one, new Date(after), count).map(time => time.toISOString());

describe('times of a schedule', () => {
  it('are those of its zone', () => {
    expect(
      times({ cron: '0 2 * * *', timezone: 'Asia/Shanghai' }, '2026-11-21', 2),
    ).toEqual(['2026-11-21T18:00:00.000Z', '2026-11-22T18:00:00.000Z']);
  });

  it('come later where the clock skips them: 2:30 is 3:30 that day', () => {
    expect(times(BERLIN, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  it('come once where the clock repeats them', () => {
    expect(times(BERLIN, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('go on evenly through both changes of the clock', () => {
    const half = { cron: '*/30 * * * *', timezone: 'Europe/Berlin' };
    for (const after of ['2026-03-29T00:15:00Z', '2026-10-24T23:15:00Z']) {
      const found = times(half, after, 6).map(one => Date.parse(one));
      expect(found.slice(1).map((one, i) => one - found[i])).toEqual(
        Array(5).fill(30 * 60_000),
      );
    }
  });

  it('say what is wrong with an expression or a zone', () => {
    expect(scheduleProblem(schedule('0 2 * * *'))).toBeUndefined();
    expect(scheduleProblem(schedule('0 0 30 2 *'))).toMatch(
      /"0 0 30 2 \*" cannot be read.*for example 0 2/,
    );
    expect(scheduleProblem(schedule('@daily'))).toMatch(/five fields/);
    expect(scheduleProblem(schedule('0 2 * * *', 'Beijing'))).toMatch(
      /"Beijing" is not known.*Asia\/Shanghai/,
    );
  });

  it('belong to batch jobs only, with defaults', () => {
    const spec = { schedule: { cron: '0 2 * * *' } } as any;
    expect(scheduleOf(spec)).toBeUndefined();
    expect(scheduleOf({ ...spec, processing: 'batch' })).toEqual(
      schedule('0 2 * * *'),
    );
  });
});

describe('what is due', () => {
  const from = new Date('2026-11-21T10:00:00Z');
  const hourly = schedule('0 * * * *');

  it('is nothing before its time', () => {
    expect(dueTimes(hourly, from, new Date('2026-11-21T09:59:59Z'))).toBe(
      undefined,
    );
  });

  it('is its time, on time within two minutes', () => {
    expect(dueTimes(hourly, from, new Date('2026-11-21T10:01:30Z'))).toEqual({
      latest: '2026-11-21T10:00:00.000Z',
      isLate: false,
      next: '2026-11-21T11:00:00.000Z',
    });
  });

  it('is the latest of those that passed, and how many came before', () => {
    expect(dueTimes(hourly, from, new Date('2026-11-21T14:30:00Z'))).toEqual({
      latest: '2026-11-21T14:00:00.000Z',
      isLate: true,
      earlier: { last: '2026-11-21T13:00:00.000Z', count: 4 },
      next: '2026-11-21T15:00:00.000Z',
    });
  });

  it('is found quickly after a month of minutes', () => {
    const due = dueTimes(
      schedule('* * * * *'),
      new Date('2026-10-21T10:00:00Z'),
      new Date('2026-11-21T10:00:30Z'),
    );
    expect(due).toMatchObject({
      latest: '2026-11-21T10:00:00.000Z',
      isLate: false,
    });
  });
});
