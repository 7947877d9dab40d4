import { ObservedJob } from '@datalark/backstage-plugin-data-jobs-node';
import { JobAnswer } from '../answers/JobAnswer';
import { rootCause } from '../answers/jobError';
import { readRecords } from '../answers/jobMetrics';
import { jobState, unclearStatus } from '../answers/jobState';
import { serverTime } from '../answers/serverTime';

/** A job of Zeta in the portal's words. */
export function observedJob(job: JobAnswer, timeZone?: string): ObservedJob {
  const told = jobState(job.status);
  const startedAt = serverTime(job.createTime, timeZone);
  const endedAt = serverTime(job.finishTime, timeZone);
  const records = readRecords(job.metrics);
  return {
    engineJobId: job.jobId,
    name: job.name,
    ...told,
    ...(startedAt && { startedAt }),
    ...(endedAt && { endedAt }),
    ...(records && { records }),
    ...(job.error && { message: rootCause(job.error) }),
    ...(told.state === 'unknown' && { message: unclearStatus(job.status) }),
  };
}
