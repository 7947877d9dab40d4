/** What somebody wants of a deployment. @public */
export type DesiredState = 'running' | 'suspended' | 'stopped';

/** All values of {@link DesiredState}. @public */
export const DESIRED_STATES: readonly DesiredState[] = [
  'running',
  'suspended',
  'stopped',
];

/**
 * What the engine was last seen to do. `unknown` means that the engine did not
 * answer, or not understandably: it is never a synonym of failed. `absent`
 * means that the engine answered and does not know the job.
 *
 * @public
 */
export type ObservedState =
  | 'deploying'
  | 'running'
  | 'suspended'
  | 'finished'
  | 'failed'
  | 'canceled'
  | 'absent'
  | 'unknown';

/** All values of {@link ObservedState}. @public */
export const OBSERVED_STATES: readonly ObservedState[] = [
  'deploying',
  'running',
  'suspended',
  'finished',
  'failed',
  'canceled',
  'absent',
  'unknown',
];

/** States that a run does not leave by itself. @public */
export const TERMINAL_STATES: readonly ObservedState[] = [
  'suspended',
  'finished',
  'failed',
  'canceled',
];

/** True in a state in which a job goes on. @public */
export function isLiveState(state: ObservedState): boolean {
  return state === 'running' || state === 'deploying';
}

/** True also when nobody knows: what is out of sight may go on. @public */
export function mayBeLive(state: ObservedState): boolean {
  return isLiveState(state) || state === 'unknown';
}

/** Why a job may not be healthy, in the field's words. @public */
export const HEALTH_REASON_CODES = [
  'no-running-task',
  'restarting',
  'failed',
  'absent',
  'checkpoint-failing',
  'checkpoint-stale',
  'backpressured',
  'engine-unreachable',
  'not-understood',
  'desired-differs',
] as const;

/** One of {@link HEALTH_REASON_CODES}. @public */
export type HealthReasonCode = (typeof HEALTH_REASON_CODES)[number];

/** One reason, with a sentence for people. @public */
export type HealthReason = { code: HealthReasonCode; message: string };

/**
 * Is the job well? `unknown` when the engine cannot be asked, `none` when
 * nothing should run and nothing runs.
 *
 * @public
 */
export type Health = {
  state: 'ok' | 'degraded' | 'unknown' | 'none';
  reasons: HealthReason[];
};

/** All values of `Health.state`. @public */
export const HEALTH_STATES: readonly Health['state'][] = [
  'ok',
  'degraded',
  'unknown',
  'none',
];

/**
 * The last look at a deployment. Times are ISO 8601 in UTC.
 *
 * @public
 */
export type Observation = {
  state: ObservedState;
  health: Health;
  /** When the engine was last asked, successfully or not. */
  observedAt: string;
  /** Since when `state` is what it is. */
  since: string;
  /** Present while `state` is unknown: what was last known for sure. */
  lastKnown?: { state: ObservedState; observedAt: string };
  /** Why the state is unknown, failed or absent, in a sentence. */
  message?: string;
  /** The engine's id of the present incarnation; changes with each submission. */
  engineJobId?: string;
  /** Tasks by state, where the engine tells (Flink's `tasks`). */
  tasks?: { total: number; running: number };
  /** Records counted by the engine for this run, where it tells. */
  records?: { read?: number; written?: number };
};
