import {
  EngineCall,
  EngineUnavailableError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JobExceptions } from '../rest/jobManagerAnswers';
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

/** Words of Flink's parts about each other, never about a definition. */
const PARTS_APART =
  /ConnectException|Connection refused|ConnectTimeoutException|RetryException|TimeoutException|UnknownHostException|ConnectionClosedException|Connection reset|LeaderRetrievalException|Service temporarily unavailable|does not exist\.$|RpcConnectionException|RecipientUnreachable/m;

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
    // Flink says that it has the id, and shows no job under it: it forgot it.
    throw refuse(
      `org.apache.flink.api.common.JobID: Flink had a job ${engineJobId} before and remembers nothing but its id. Submit it again.`,
    );
  }
  if (PARTS_APART.test(error.details)) {
    throw new EngineUnavailableError(
      `Flink could not take the job at this time: ${
        rootSentence(error.details, 300) ?? 'its parts do not reach each other'
      }`,
    );
  }
  throw refuse(error.details);
}
