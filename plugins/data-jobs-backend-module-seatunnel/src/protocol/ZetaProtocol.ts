import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import { JobAnswer } from '../answers/JobAnswer';

/** What a server says of itself. */
export type OverviewAnswer = {
  version: string;
  workers: number;
  slots?: { total: number; free?: number };
  runningJobs?: number;
};

/** What came of a submission. */
export type SubmitAnswer =
  | { outcome: 'accepted'; jobId: string }
  /** The id belongs to a job that ended. */
  | { outcome: 'already-submitted' }
  | { outcome: 'refused'; message: string };

/**
 * What is asked of a server, in the words of no version. Rejects with
 * `EngineUnavailableError` for everything that is not an understandable answer.
 */
export interface ZetaProtocol {
  readonly name: 'v1' | 'v2';
  overview(signal: AbortSignal): Promise<OverviewAnswer>;
  runningJobs(signal: AbortSignal): Promise<JobAnswer[]>;
  finishedJobs(signal: AbortSignal): Promise<JobAnswer[]>;
  /** `undefined`: the server answered and does not know the job. */
  jobInfo(jobId: string, signal: AbortSignal): Promise<JobAnswer | undefined>;
  submit(
    job: {
      jobId: string;
      jobName: string;
      /** The job as JSON text. */
      config: string;
      fromSavepoint: boolean;
    },
    signal: AbortSignal,
  ): Promise<SubmitAnswer>;
  stop(
    job: { jobId: string; savepoint: boolean },
    signal: AbortSignal,
  ): Promise<void>;
  /** Log files of the job, newest part; absent where servers have none to give. */
  log?(
    jobId: string,
    options: { maxBytes: number; signal: AbortSignal },
  ): Promise<JobLog>;
}
