import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EngineUnavailableError,
  JobSubmission,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { isLive, requireClear } from '../answers/jobState';
import { JobAnswer } from '../answers/JobAnswer';
import { prepareJob } from '../definition/prepareJob';
import { readDefinition } from '../definition/readDefinition';
import { ZetaConnection } from '../protocol/connect';
import { SubmitAnswer } from '../protocol/ZetaProtocol';
import { hidesCause, refusal } from './refusal';

/** Reads what the server's log says of a failure, where it can be had. */
export type LogCause = (since: number) => Promise<string | undefined>;

/**
 * Submits a job exactly once under its id. Zeta answers a second submission of
 * a running id with 200 and starts nothing, so it is asked before and after.
 */
export async function submitJob(
  submission: JobSubmission,
  context: {
    connection: ZetaConnection;
    logger: LoggerService;
    signal: AbortSignal;
    logCause: LogCause;
  },
): Promise<void> {
  const { connection, signal, logger } = context;
  const { protocol, overview } = connection;
  const { engineJobId, restore, isRetry } = submission;
  const { config, problems } = readDefinition(submission, overview.version);
  if (!config || problems.some(problem => problem.severity === 'error')) {
    throw new SubmissionRefusedError(
      `The job was not sent to SeaTunnel: ${
        problems.find(problem => problem.severity === 'error')?.message
      }`,
      problems,
    );
  }
  if (isRetry || restore) {
    const known = await protocol.jobInfo(engineJobId, signal);
    requireClear(known);
    if (isSettled(known, submission)) return;
    if (restore && !known) {
      logger.warn(
        `SeaTunnel does not know job ${engineJobId} any more; it restores from what it finds on disk, or starts from the beginning.`,
      );
    }
  }
  const sentAt = Date.now();
  const answer = await protocol.submit(
    {
      jobId: engineJobId,
      jobName: submission.jobName,
      config: prepareJob(config, submission, overview.version),
      fromSavepoint: restore !== undefined,
    },
    signal,
  );
  await settle(answer, submission, { ...context, problems, sentAt });
}

/** True when the job is there already; rejects when it cannot be restored. */
function isSettled(
  known: JobAnswer | undefined,
  { restore, engineJobId }: JobSubmission,
): boolean {
  if (!known) return false;
  if (isLive(known.status)) return true;
  if (!restore) return true;
  if (known.status === 'CANCELED' || known.status === 'FINISHED') {
    const message = `Job ${engineJobId} ended as ${known.status}; SeaTunnel deletes the state of such runs, so there is nothing to restore from.`;
    throw new SubmissionRefusedError(message, [
      {
        severity: 'error',
        message,
        remedy: 'Start the job without state.',
      },
    ]);
  }
  return false;
}

async function settle(
  answer: SubmitAnswer,
  submission: JobSubmission,
  context: {
    connection: ZetaConnection;
    problems: ConstructorParameters<typeof SubmissionRefusedError>[1];
    signal: AbortSignal;
    sentAt: number;
    logCause: LogCause;
  },
): Promise<void> {
  const { connection, signal, problems, sentAt, logCause } = context;
  const { protocol, overview } = connection;
  const { engineJobId } = submission;
  if (answer.outcome === 'accepted') {
    if (answer.jobId === engineJobId) return;
    await protocol.stop({ jobId: answer.jobId, savepoint: false }, signal);
    throw refusal(
      `SeaTunnel ${overview.version} ignores the id that it is given, so its jobs cannot be followed. Use 2.3.5 or later.`,
      problems,
    );
  }
  const known = await protocol.jobInfo(engineJobId, signal);
  requireClear(known);
  if (answer.outcome === 'already-submitted') {
    if (known && !submission.restore) return;
    throw new EngineUnavailableError(
      `SeaTunnel says that job ${engineJobId} was submitted before, ${
        known ? `and that it is ${known.status}` : 'and does not know it'
      }.`,
    );
  }
  if (known && isLive(known.status)) return;
  const cause = hidesCause(answer.message) ? await logCause(sentAt) : undefined;
  throw refusal(answer.message, problems, cause);
}
