import {
  EngineCall,
  EngineUnavailableError,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JobExceptions } from '../rest/jobManagerAnswers';
import { arePartsApart } from '../sql/partsApart';
import { rootSentence } from '../sql/flinkCauses';

/** What became of a submission, by the JobManager's word. */
export type SubmissionOutcome =
  | { state: 'accepted' }
  /** Flink took the job and could not even start it: its id is used up. */
  | { state: 'refused'; details: string }
  | { state: 'not-there' };

/** Asks the JobManager whether it has the job of a submission. */
export async function submissionOutcome(
  jobManager: JobManagerClient,
  engineJobId: string,
  call: EngineCall,
): Promise<SubmissionOutcome> {
  const job = await jobManager.job(engineJobId, call);
  if (!job) return { state: 'not-there' };
  if (job.state !== 'FAILED') return { state: 'accepted' };
  const answer = await jobManager.readJob<JobExceptions>(
    engineJobId,
    '/exceptions',
    call,
  );
  const details =
    answer?.exceptionHistory?.entries?.[0]?.stacktrace ??
    answer?.['root-exception'] ??
    '';
  // A job that ran and failed later was accepted; what is said of it is seen by observing.
  return details.includes('JobInitializationException')
    ? { state: 'refused', details }
    : { state: 'accepted' };
}

/**
 * Decides what an error during a submission means. Resolves when the job is
 * there after all. Rejects with `EngineUnavailableError` when nothing can be
 * said, and with what `refuse` makes of Flink's words when it said no.
 */
export async function settleSubmission(options: {
  error: unknown;
  jobManager: JobManagerClient;
  engineJobId: string;
  call: EngineCall;
  refuse: (details: string) => Error;
}): Promise<void> {
  const { error, jobManager, engineJobId, call, refuse } = options;
  if (!(error instanceof HttpAnswerError)) throw error;
  const outcome = await submissionOutcome(jobManager, engineJobId, call);
  if (outcome.state === 'accepted') return;
  if (outcome.state === 'refused') throw refuse(outcome.details);
  const isDuplicate = /Duplicate(?:Job|Application)SubmissionException/.test(
    error.details,
  );
  if (isDuplicate) {
    const message =
      'Flink has had a job with this id and remembers nothing else of it.';
    throw new SubmissionRefusedError(message, [
      { severity: 'error', message, remedy: 'Deploy again: it gets a new id.' },
    ]);
  }
  if (arePartsApart(error)) {
    throw new EngineUnavailableError(
      `Flink could not take the job at this time: ${
        rootSentence(error.details, 300) ?? 'its parts do not reach each other'
      }`,
    );
  }
  throw refuse(error.details);
}
