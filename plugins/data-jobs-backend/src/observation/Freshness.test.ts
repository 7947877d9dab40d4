import { ConfigReader } from '@backstage/config';
import { ObservedState } from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { Freshness } from './Freshness';

const SEEN = '2026-01-01T12:00:00.000Z';

const deployment = (
  state: ObservedState,
  engine = 'flink',
): StoredDeployment => ({
  entityRef: 'datajob:default/orders',
  environment: 'default',
  engine,
  desired: 'running',
  observation: {
    state,
    health: { state: 'ok', reasons: [] },
    observedAt: SEEN,
    since: '2026-01-01T10:00:00.000Z',
    engineJobId: 'a1',
  },
});

describe('Freshness', () => {
  let seconds: number;
  const freshness = (startedAt = 0) =>
    new Freshness(
      new ConfigReader({
        dataJobs: { engines: { slow: { pollInterval: '1m' } } },
      }),
      () => Date.parse(SEEN) + seconds * 1_000,
      startedAt,
    );

  it('shows what the tables say while somebody looks', () => {
    seconds = 10;
    const one = deployment('running');
    expect(freshness().shown(one)).toBe(one.observation);
  });

  it('shows unknown, since the last look, when nobody looks any more', () => {
    seconds = 16;
    expect(freshness().shown(deployment('running'))).toMatchObject({
      state: 'unknown',
      since: SEEN,
      lastKnown: { state: 'running', observedAt: SEEN },
      health: { state: 'unknown' },
      message: expect.stringMatching(/^Nobody has looked .* for 16 s/),
    });
  });

  it('does not vouch for what was seen before the portal started', () => {
    const startedAt = Date.parse(SEEN) + 2_000;
    const stateAt = (second: number) => {
      seconds = second;
      return freshness(startedAt).shown(deployment('running')).state;
    };
    expect([2.5, 3, 3.5, 10].map(stateAt)).toEqual([
      'running',
      'running',
      'unknown',
      'unknown',
    ]);
    seconds = 4;
    expect(freshness(startedAt).staleness().before).toBe(
      '2026-01-01T12:00:01.000Z',
    );
    seconds = 10;
    expect(freshness(startedAt).staleness().before).toBe(
      '2026-01-01T12:00:02.000Z',
    );
  });

  it('is patient with an engine that is asked seldom', () => {
    seconds = 180;
    expect(freshness().shown(deployment('running', 'slow')).state).toBe(
      'running',
    );
  });

  it('shows unknown at once when what is seen cannot be written down', () => {
    seconds = 1;
    const all = freshness();
    all.notWritten('flink');
    expect(all.shown(deployment('running'))).toMatchObject({
      state: 'unknown',
      message: expect.stringMatching(/cannot be written down/),
    });
    expect(all.shown(deployment('running', 'other')).state).toBe('running');
    all.written('flink');
    expect(all.shown(deployment('running')).state).toBe('running');
  });

  it('stays what it was when it is frozen', () => {
    seconds = 10;
    const all = freshness();
    const frozen = all.frozen();
    seconds = 3_600;
    all.notWritten('flink');
    expect(frozen.shown(deployment('running')).state).toBe('running');
    expect(frozen.staleness()).toEqual({
      unwritten: [],
      before: '2026-01-01T11:59:55.000Z',
      beforeOfEngine: { slow: '2026-01-01T11:57:01.000Z' },
    });
    expect(all.staleness().unwritten).toEqual(['flink']);
  });

  it.each(['finished', 'failed', 'canceled', 'suspended'] as const)(
    'leaves a run alone that is over: %s',
    state => {
      seconds = 3_600;
      expect(freshness().shown(deployment(state)).state).toBe(state);
    },
  );
});
