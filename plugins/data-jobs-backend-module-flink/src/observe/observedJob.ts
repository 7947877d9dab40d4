import { HealthReason } from '@datalark/backstage-plugin-data-jobs-common';
import { ObservedJob } from '@datalark/backstage-plugin-data-jobs-node';
import { JobOverview } from '../rest/jobManagerAnswers';

const STATES: Record<string, ObservedJob['state']> = {
  INITIALIZING: 'deploying',
  CREATED: 'deploying',
  RECONCILING: 'deploying',
  RUNNING: 'running',
  RESTARTING: 'running',
  FAILING: 'running',
  CANCELLING: 'running',
  // Flink's word for "another JobManager takes over", not for a savepoint.
  SUSPENDED: 'running',
  FINISHED: 'finished',
  FAILED: 'failed',
  CANCELED: 'canceled',
};

/** Tasks of a new job may take this long to get slots before it is an alarm. */
const START_MS = 10_000;

/**
 * What a job of `/jobs/overview` is doing. RUNNING alone is not health: a job
 * without slots says RUNNING too, with no task running. A job whose tasks are
 * still being set up is deploying: Flink takes no savepoint of it.
 */
export function observedJob(job: JobOverview, now: number): ObservedJob {
  const tasks = {
    total: job.tasks?.total ?? 0,
    running: job.tasks?.running ?? 0,
  };
  const count = (...states: string[]) =>
    states.reduce((sum, state) => sum + (job.tasks?.[state] ?? 0), 0);
  const isRunning = job.state === 'RUNNING';
  // By Flink's clock where it tells: ours may be another one.
  const isYoung = (job.duration ?? now - job['start-time']) < START_MS;
  const waiting = count('created', 'scheduled', 'deploying', 'reconciling');
  // Taking up large state can last; that is no alarm.
  const restoring = count('initializing');
  const isStarting =
    isRunning &&
    ((isYoung && waiting + restoring > 0) ||
      (tasks.running === 0 && restoring > 0));
  const isIdle =
    isRunning &&
    !isStarting &&
    tasks.total > 0 &&
    tasks.running === 0 &&
    count('finished') === 0;
  return {
    engineJobId: job.jid,
    name: job.name,
    state: isStarting ? 'deploying' : STATES[job.state] ?? 'unknown',
    reasons: reasonsOf(job, isIdle),
    ...(job.state in STATES
      ? {}
      : {
          message: `Flink says "${job.state}" of the job, which is not known here.`,
        }),
    startedAt: instant(job['start-time']),
    endedAt: instant(job['end-time']),
    tasks,
  };
}

function reasonsOf(job: JobOverview, isIdle: boolean): HealthReason[] {
  switch (job.state) {
    case 'RESTARTING':
      return [
        {
          code: 'restarting',
          message: 'Flink is restarting the job after a failure.',
        },
      ];
    case 'FAILING':
      return [
        {
          code: 'restarting',
          message: 'A task failed; Flink is stopping the others.',
        },
      ];
    case 'SUSPENDED':
      return [
        {
          code: 'restarting',
          message: 'The JobManager lost the job; another one shall take over.',
        },
      ];
    default:
  }
  if (isIdle) {
    const total = job.tasks?.total ?? 0;
    return [
      {
        code: 'no-running-task',
        message: `Flink calls the job running, but none of its ${total} tasks runs. They wait for slots or are being started again.`,
      },
    ];
  }
  return [];
}

function instant(ms: number | undefined): string | undefined {
  return ms !== undefined && ms > 0 ? new Date(ms).toISOString() : undefined;
}
