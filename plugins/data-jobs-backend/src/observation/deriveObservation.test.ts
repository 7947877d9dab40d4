import {
  DesiredState,
  Observation,
  ObservedState,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ObservedJob } from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../database/DeploymentStore';
import { deriveObservation, JobLook } from './deriveObservation';

const AT = '2026-01-01T12:00:00.000Z';
const EARLIER = '2026-01-01T11:00:00.000Z';

function before(
  state: ObservedState,
  desired: DesiredState = 'running',
  more: Partial<Omit<StoredDeployment, 'observation'>> & {
    observation?: Partial<Observation>;
  } = {},
): StoredDeployment {
  return {
    entityRef: 'datajob:default/orders',
    environment: 'default',
    engine: 'flink',
    desired,
    ...more,
    observation: {
      state,
      health: { state: 'none', reasons: [] },
      observedAt: EARLIER,
      since: EARLIER,
      engineJobId: 'a1',
      ...more.observation,
    },
  };
}

function seen(
  state?: ObservedJob['state'],
  reasons: ObservedJob['reasons'] = [],
): JobLook {
  return {
    reachable: true,
    observedAt: AT,
    job: state && { engineJobId: 'a1', name: 'orders', state, reasons },
  };
}

const SILENCE: JobLook = {
  reachable: false,
  observedAt: AT,
  message: 'connection refused',
};
const IDLE = { operating: false, processing: 'streaming' as const };

describe('deriveObservation', () => {
  it.each<
    [
      string,
      ObservedState,
      DesiredState,
      JobLook,
      ObservedState,
      string,
      string[],
    ]
  >([
    ['goes on', 'running', 'running', seen('running'), 'running', 'ok', []],
    [
      'restarts',
      'running',
      'running',
      seen('running', [{ code: 'restarting', message: 'r' }]),
      'running',
      'degraded',
      ['restarting'],
    ],
    [
      'fails',
      'running',
      'running',
      seen('failed'),
      'failed',
      'degraded',
      ['failed'],
    ],
    [
      'fails and is stopped',
      'failed',
      'stopped',
      seen('failed'),
      'failed',
      'none',
      [],
    ],
    [
      'is cancelled by somebody else',
      'running',
      'running',
      seen('canceled'),
      'canceled',
      'degraded',
      ['desired-differs'],
    ],
    [
      'is stopped',
      'running',
      'stopped',
      seen('canceled'),
      'canceled',
      'none',
      [],
    ],
    [
      'is suspended, which Flink calls finished',
      'running',
      'suspended',
      seen('finished'),
      'suspended',
      'none',
      [],
    ],
    [
      'runs although it should not',
      'running',
      'stopped',
      seen('running'),
      'running',
      'degraded',
      ['desired-differs'],
    ],
    ['is gone', 'running', 'running', seen(), 'absent', 'degraded', ['absent']],
    [
      'is gone and should not run',
      'running',
      'stopped',
      seen(),
      'absent',
      'none',
      [],
    ],
    [
      'had ended before it was forgotten',
      'finished',
      'stopped',
      seen(),
      'finished',
      'none',
      [],
    ],
    [
      'is out of sight',
      'running',
      'running',
      SILENCE,
      'unknown',
      'unknown',
      ['engine-unreachable'],
    ],
    [
      'had ended and is out of sight',
      'canceled',
      'stopped',
      SILENCE,
      'canceled',
      'none',
      [],
    ],
    [
      'has failed and is out of sight',
      'failed',
      'running',
      SILENCE,
      'failed',
      'degraded',
      ['failed'],
    ],
  ])(
    'a job that %s',
    (_what, state, desired, look, expected, health, reasons) => {
      const { observation } = deriveObservation(
        before(state, desired),
        look,
        IDLE,
      );
      expect(observation.state).toBe(expected);
      expect(observation.health.state).toBe(health);
      expect(observation.health.reasons.map(one => one.code)).toEqual(reasons);
      expect(observation.observedAt).toBe(AT);
      expect(observation.since).toBe(expected === state ? EARLIER : AT);
    },
  );

  it('keeps what was known while it is unknown, and its since when it is back', () => {
    const start = before('running');
    const lost = deriveObservation(start, SILENCE, IDLE);
    expect(lost.observation).toMatchObject({
      lastKnown: { state: 'running', observedAt: EARLIER },
      message: 'connection refused',
    });
    const still = deriveObservation(
      { ...start, ...lost },
      { ...SILENCE, observedAt: '2026-01-01T13:00:00.000Z' } as JobLook,
      IDLE,
    );
    expect(still.observation.lastKnown).toEqual(lost.observation.lastKnown);
    expect(still.observation.since).toBe(AT);
    const back = deriveObservation(
      { ...start, ...still },
      { ...seen('running'), observedAt: '2026-01-01T14:00:00.000Z' },
      IDLE,
    );
    expect(back.observation).toMatchObject({
      state: 'running',
      since: EARLIER,
    });
    expect(back.observation.lastKnown).toBeUndefined();
  });

  it('expects differences while an operation is under way', () => {
    const { observation } = deriveObservation(
      before('running'),
      seen('canceled'),
      { ...IDLE, operating: true },
    );
    expect(observation.health.state).toBe('none');
  });

  it('does not miss a finished batch job', () => {
    const { observation } = deriveObservation(
      before('running'),
      seen('finished'),
      { ...IDLE, processing: 'batch' },
    );
    expect(observation.health.state).toBe('none');
  });

  it('calls a job deploying while the answer to its submission is awaited', () => {
    const submitting = before('deploying', 'running', {
      submittingSince: EARLIER,
    });
    for (const look of [seen(), seen('suspended')]) {
      expect(deriveObservation(submitting, look, IDLE).observation.state).toBe(
        'deploying',
      );
    }
    const accepted = before('deploying', 'running', { submittedAt: AT });
    expect(deriveObservation(accepted, seen(), IDLE).observation.state).toBe(
      'deploying',
    );
    const longAgo = before('running', 'running', { submittedAt: EARLIER });
    expect(deriveObservation(longAgo, seen(), IDLE).observation.state).toBe(
      'absent',
    );
  });

  describe('of a state that is not understood', () => {
    const strange: JobLook = {
      reachable: true,
      observedAt: AT,
      job: {
        engineJobId: 'a1',
        name: 'orders',
        state: 'unknown',
        reasons: [],
        message: 'It says "ODD".',
      },
    };

    it('is unknown, with the word and what was known before', () => {
      const { observation } = deriveObservation(
        before('running'),
        strange,
        IDLE,
      );
      expect(observation).toMatchObject({
        state: 'unknown',
        message: 'It says "ODD".',
        lastKnown: { state: 'running', observedAt: EARLIER },
        health: {
          state: 'unknown',
          reasons: [{ code: 'not-understood', message: 'It says "ODD".' }],
        },
      });
    });

    it('does not bring an ended run back', () => {
      expect(
        deriveObservation(before('finished'), strange, IDLE).observation.state,
      ).toBe('finished');
    });
  });

  it('keeps what slower looks found until they look again', () => {
    const slow = { code: 'backpressured' as const, message: 'b' };
    const gone = { code: 'restarting' as const, message: 'r' };
    const was = before('running', 'running', {
      observation: { health: { state: 'degraded', reasons: [gone, slow] } },
    });
    const health = (state: ObservedJob['state'], noted?: (typeof slow)[]) =>
      deriveObservation(was, seen(state), { ...IDLE, noted }).observation
        .health;
    expect(health('running')).toEqual({ state: 'degraded', reasons: [slow] });
    expect(health('running', [])).toEqual({ state: 'ok', reasons: [] });
    expect(health('finished').reasons.map(({ code }) => code)).toEqual([
      'desired-differs',
    ]);
  });
});
