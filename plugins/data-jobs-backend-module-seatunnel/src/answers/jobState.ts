import {
  EngineUnavailableError,
  ObservedJob,
} from '@datalark/backstage-plugin-data-jobs-node';

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
 * Says what a status of Zeta means: `unknown` for UNKNOWABLE, and for words
 * that are not known here.
 */
export function jobState(status: string): ZetaState {
  return {
    state: STATES[status] ?? 'unknown',
    reasons:
      status === 'FAILING'
        ? [{ code: 'failed', message: 'The job is failing.' }]
        : [],
  };
}

/** What is told of a status that says nothing. */
export function unclearStatus(status: string): string {
  return `SeaTunnel says "${status}" of the job, which is not understood here.`;
}

/**
 * For what depends on whether the job goes on: a status that says nothing is
 * no answer, so the question is asked again.
 */
export function requireClear(
  job: { jobId: string; status: string } | undefined,
): void {
  if (!job || STATES[job.status]) return;
  throw new EngineUnavailableError(
    `${unclearStatus(job.status)} Look at job ${job.jobId} on the server.`,
  );
}

/** True while the job has not come to its end, as far as can be told. */
export function isLive(status: string): boolean {
  const { state } = jobState(status);
  return state === 'deploying' || state === 'running' || state === 'unknown';
}
