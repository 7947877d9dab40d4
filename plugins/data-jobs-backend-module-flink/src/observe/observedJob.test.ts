import { observedJob } from './observedJob';

const NOW = Date.parse('2026-01-01T00:01:00Z');

const seen = (state: string, tasks: Record<string, number>, ageMs = 60_000) => {
  const job = observedJob(
    {
      jid: 'a'.repeat(32),
      name: 'orders',
      state,
      'start-time': NOW - ageMs,
      'end-time': -1,
      tasks: { total: 4, ...tasks },
    },
    NOW,
  );
  return [job.state, job.reasons.map(reason => reason.code)];
};

describe('observedJob', () => {
  it.each([
    ['INITIALIZING', 'deploying'],
    ['CREATED', 'deploying'],
    ['RECONCILING', 'deploying'],
    ['FINISHED', 'finished'],
    ['FAILED', 'failed'],
    ['CANCELED', 'canceled'],
  ])('reads %s as %s', (state, ours) => {
    expect(seen(state, {})).toEqual([ours, []]);
  });

  it('takes a word that is not known here for unknown, and tells the word', () => {
    const job = observedJob(
      {
        jid: 'a',
        name: 'b',
        state: 'A_NEW_ONE',
        'start-time': NOW,
        'end-time': -1,
      },
      NOW,
    );
    expect(job).toMatchObject({
      state: 'unknown',
      reasons: [],
      message: expect.stringContaining('"A_NEW_ONE"'),
    });
  });

  it.each(['RESTARTING', 'FAILING', 'SUSPENDED'])(
    'shows %s as a run that is not well',
    state => {
      expect(seen(state, { running: 1 })).toEqual(['running', ['restarting']]);
    },
  );

  it('does not take RUNNING for health: without a running task it is degraded', () => {
    expect(seen('RUNNING', { scheduled: 4 })).toEqual([
      'running',
      ['no-running-task'],
    ]);
  });

  it('gives a new job the time to get its slots', () => {
    expect(seen('RUNNING', { scheduled: 4 }, 2_000)).toEqual(['deploying', []]);
    expect(seen('RUNNING', { running: 3, initializing: 1 }, 2_000)).toEqual([
      'deploying',
      [],
    ]);
  });

  it.each([-3_600_000, 3_600_000])(
    'tells the age of a job by the clock of Flink (ours is off by %d ms)',
    off => {
      const job = (duration: number) =>
        observedJob(
          {
            jid: 'a',
            name: 'b',
            state: 'RUNNING',
            'start-time': NOW,
            'end-time': -1,
            duration,
            tasks: { total: 1, scheduled: 1 },
          },
          NOW + off,
        ).state;
      expect(job(2_000)).toBe('deploying');
      expect(job(60_000)).toBe('running');
    },
  );

  it('waits as long as it takes while state is being taken up', () => {
    expect(seen('RUNNING', { initializing: 4 })).toEqual(['deploying', []]);
  });

  it('is content with a batch job between two of its stages', () => {
    expect(seen('RUNNING', { finished: 2, scheduled: 2 })).toEqual([
      'running',
      [],
    ]);
  });

  it('shows times only when it has come to them', () => {
    const job = observedJob(
      {
        jid: 'a',
        name: 'b',
        state: 'RUNNING',
        'start-time': NOW,
        'end-time': -1,
      },
      NOW,
    );
    expect(job.startedAt).toBe('2026-01-01T00:01:00.000Z');
    expect(job.endedAt).toBeUndefined();
  });
});
