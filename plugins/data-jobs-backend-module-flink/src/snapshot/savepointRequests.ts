import {
  EngineCall,
  EngineUnavailableError,
  RequestProgress,
  VerbRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JobManagerClient, isJobId } from '../rest/JobManagerClient';
import { SavepointProgress } from '../rest/jobManagerAnswers';
import { rootSentence } from '../sql/flinkCauses';

type SnapshotRequest = { engineJobId: string; requestId: string };

/**
 * Asks for a savepoint, with or without the end of the job. Flink keeps the
 * caller's id of the request and carries one id out once (measured on 1.20.3
 * and 2.3.0), so that asking again is safe.
 */
export async function requestSavepoint(
  jobManager: JobManagerClient,
  request: SnapshotRequest & {
    endsJob: boolean;
    drain?: boolean;
    savepointDirectory?: string;
  },
  call: EngineCall,
): Promise<void> {
  const { engineJobId, requestId, endsJob, drain, savepointDirectory } =
    request;
  if (!isJobId(engineJobId)) throw notRunning(engineJobId);
  const path = `/jobs/${engineJobId}/${endsJob ? 'stop' : 'savepoints'}`;
  const directory = endsJob ? 'targetDirectory' : 'target-directory';
  try {
    await jobManager.send({
      method: 'POST',
      path,
      json: {
        triggerId: requestId,
        ...(savepointDirectory ? { [directory]: savepointDirectory } : {}),
        ...(endsJob ? { drain: drain ?? false } : {}),
      },
      signal: call.signal,
    });
  } catch (error) {
    if (!(error instanceof HttpAnswerError)) throw error;
    if (error.isUnknownJob) throw notRunning(engineJobId);
    const sentence = rootSentence(error.details, 500) ?? 'it did not say why';
    if (
      error.status === 400 &&
      /savepoint-dir|targetDirectory/.test(sentence)
    ) {
      throw new VerbRefusedError(
        `Flink has no place for savepoints. Set savepointDirectory of this engine in app-config, or execution.checkpointing.savepoint-dir in Flink.`,
      );
    }
    if (error.status < 500) {
      throw new VerbRefusedError(`Flink takes no savepoint: ${sentence}`);
    }
    throw new EngineUnavailableError(
      `Flink did not take the request for a savepoint: ${sentence}`,
    );
  }
}

/** How a request gets on, by Flink's own record of it. */
export async function savepointProgress(
  jobManager: JobManagerClient,
  { engineJobId, requestId }: SnapshotRequest,
  call: EngineCall,
): Promise<RequestProgress> {
  if (!isJobId(engineJobId)) return { state: 'unknown-request' };
  let answer: SavepointProgress;
  try {
    answer = await jobManager.send<SavepointProgress>({
      path: `/jobs/${engineJobId}/savepoints/${encodeURIComponent(requestId)}`,
      signal: call.signal,
    });
  } catch (error) {
    const isUnknown =
      error instanceof HttpAnswerError &&
      (error.status === 404 || error.status === 400);
    if (isUnknown) return { state: 'unknown-request' };
    throw error;
  }
  if (answer.status?.id !== 'COMPLETED') return { state: 'in-progress' };
  const { operation } = answer;
  const failure = operation?.['failure-cause'];
  if (failure) {
    const details = failure['stack-trace'] ?? failure.class ?? '';
    return {
      state: 'failed',
      message: rootSentence(details, 1_000) ?? 'Flink took no savepoint.',
    };
  }
  return { state: 'completed', location: operation?.location };
}

function notRunning(engineJobId: string): VerbRefusedError {
  return new VerbRefusedError(
    `Job ${engineJobId} does not run on this Flink cluster: no savepoint can be taken of it.`,
  );
}
