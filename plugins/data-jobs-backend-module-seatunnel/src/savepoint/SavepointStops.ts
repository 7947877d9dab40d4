import {
  RequestProgress,
  VerbRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { JobAnswer } from '../answers/JobAnswer';
import { rootCause } from '../answers/jobError';
import { isLive, requireClear } from '../answers/jobState';
import { ZetaProtocol } from '../protocol/ZetaProtocol';
import { StopRequests } from './StopRequests';

/** One request to end a run with a savepoint. */
export type StopRequest = { engineJobId: string; requestId: string };

/** Ends runs with savepoints and follows that by the state of the jobs. */
export class SavepointStops {
  constructor(private readonly requests = new StopRequests()) {}

  async stop(
    request: StopRequest,
    protocol: ZetaProtocol,
    signal: AbortSignal,
  ): Promise<void> {
    const { engineJobId, requestId } = request;
    const job = await protocol.jobInfo(engineJobId, signal);
    requireClear(job);
    if (!job || !(isLive(job.status) || job.status === 'SAVEPOINT_DONE')) {
      throw new VerbRefusedError(
        job
          ? `Job ${engineJobId} has ended as ${job.status}; there is nothing to save.`
          : `SeaTunnel does not know job ${engineJobId}; there is nothing to save.`,
      );
    }
    if (isLive(job.status) && job.status !== 'DOING_SAVEPOINT') {
      await protocol.stop({ jobId: engineJobId, savepoint: true }, signal);
    }
    this.requests.remember(requestId, engineJobId);
  }

  async progress(
    request: StopRequest,
    protocol: ZetaProtocol,
    signal: AbortSignal,
  ): Promise<RequestProgress> {
    const { engineJobId, requestId } = request;
    const job = await protocol.jobInfo(engineJobId, signal);
    requireClear(job);
    if (!job) return { state: 'unknown-request' };
    if (job.status === 'SAVEPOINT_DONE') {
      this.requests.forget(requestId);
      return { state: 'completed', location: engineJobId };
    }
    if (job.status === 'DOING_SAVEPOINT') {
      // Zeta 2.3.8 loses a request that comes within some 100 ms of the start:
      // the job says DOING_SAVEPOINT and goes on until it is asked again.
      if (this.requests.noteSaving(requestId, engineJobId)) {
        await protocol.stop({ jobId: engineJobId, savepoint: true }, signal);
      }
      return { state: 'in-progress' };
    }
    if (isLive(job.status)) return this.#ofRunning(request);
    this.requests.forget(requestId);
    return { state: 'failed', message: endedWithout(job) };
  }

  #ofRunning({ requestId, engineJobId }: StopRequest): RequestProgress {
    switch (this.requests.ofRunning(requestId, engineJobId)) {
      case 'waiting':
        return { state: 'in-progress' };
      case 'given-up':
        return {
          state: 'failed',
          message: 'SeaTunnel gave the savepoint up; the job goes on.',
        };
      default:
        return { state: 'unknown-request' };
    }
  }
}

function endedWithout(job: JobAnswer): string {
  const reason = job.error ? `: ${rootCause(job.error)}` : '';
  return `The run ended as ${job.status} without a savepoint${reason}`;
}
