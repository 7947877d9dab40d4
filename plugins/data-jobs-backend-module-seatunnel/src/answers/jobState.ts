import { ObservedJob } from '@datalark/backstage-plugin-data-jobs-node';

/** What a job of Zeta is called here. */
export type ZetaState = {
  state: ObservedJob['state'];
  reasons: ObservedJob['reasons'];
};

const STATES: Record<string, ObservedJob['state']> = {
  CREATED: 'deploying',
  INITIALIZING: 'deploying',
  PENDING: 'deploying',
  SCHEDULED: 'deploying',
  STARTING: 'deploying',
  RUNNING: 'running',
  DOING_SAVEPOINT: 'running',
  CANCELING: 'running',
  CANCELLING: 'running',
  FAILING: 'running',
  RECONCILING: 'running',
  FINISHED: 'finished',
  FAILED: 'failed',
  CANCELED: 'canceled',
  CANCELLED: 'canceled',
  SAVEPOINT_DONE: 'suspended',
};

/**
 * Says what a status of Zeta means. `undefined` for statuses that say nothing
 * (UNKNOWABLE, and words that are not known here).
 */
export function jobState(status: string): ZetaState | undefined {
  const state = STATES[status];
  if (!state) return undefined;
  return {
    state,
    reasons:
      status === 'FAILING'
        ? [{ code: 'failed', message: 'The job is failing.' }]
        : [],
  };
}

/** True while the job has not come to its end. */
export function isLive(status: string): boolean {
  const state = STATES[status];
  return state === 'deploying' || state === 'running';
}
