import { run } from '../testing';
import { stripRuns } from './stripRuns';

const at = (minute: number) =>
  `2026-11-21T10:${String(minute).padStart(2, '0')}:00.000Z`;
const firing = (minute: number, outcome: any, reason?: string) => ({
  scheduledAt: at(minute),
  decidedAt: at(minute),
  outcome,
  reason,
});

describe('stripRuns', () => {
  it('puts runs and times without one in order, oldest first', () => {
    const strip = stripRuns(
      [
        run({
          id: 'b',
          state: 'failed',
          startedAt: at(30),
          endedAt: at(31),
          message: 'no table',
        }),
        run({ id: 'a', state: 'finished', startedAt: at(10), endedAt: at(14) }),
      ],
      [
        firing(20, 'skipped', 'The run before still goes on.'),
        firing(10, 'started'),
      ],
    );
    expect(strip).toMatchObject([
      { id: 'a', outcome: 'ok', durationMs: 240_000, height: 1 },
      {
        outcome: 'skipped',
        height: 0.2,
        detail: 'The run before still goes on.',
      },
      {
        id: 'b',
        outcome: 'failed',
        durationMs: 60_000,
        height: 0.4,
        detail: 'no table',
      },
    ]);
  });

  it('shows what goes on or is unknown without a duration', () => {
    expect(
      stripRuns(
        [
          run({ state: 'running', startedAt: at(2), endedAt: undefined }),
          run({ state: 'unknown', startedAt: at(1), endedAt: undefined }),
        ],
        [],
      ),
    ).toMatchObject([
      { outcome: 'unknown', durationMs: undefined },
      { outcome: 'going', durationMs: undefined },
    ]);
  });

  it('keeps the newest', () => {
    const runs = [3, 2, 1].map(minute =>
      run({
        id: String(minute),
        startedAt: at(minute),
        endedAt: at(minute + 1),
      }),
    );
    const strip = stripRuns(runs, [firing(0, 'missed')], 3);
    expect(strip.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});
