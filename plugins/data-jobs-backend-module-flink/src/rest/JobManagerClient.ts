import {
  EngineCall,
  EngineUnavailableError,
  VerbRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { HttpClient, HttpRequest } from '../http/HttpClient';
import { ClusterOverview, JobOverview } from './jobManagerAnswers';

const JOB_ID = /^[0-9a-f]{32}$/;

/** Tells whether a text can be the id of a Flink job. */
export function isJobId(text: string): boolean {
  return JOB_ID.test(text);
}

function isJob(job: unknown): boolean {
  const { jid, state } = (job ?? {}) as Partial<JobOverview>;
  return typeof jid === 'string' && typeof state === 'string';
}

/**
 * The JobManager's REST API, and the history server's for jobs that the
 * JobManager has forgotten.
 */
export class JobManagerClient {
  readonly #jobManager: HttpClient;
  readonly #history?: HttpClient;

  constructor(options: { jobManagerUrl: string; historyServerUrl?: string }) {
    this.#jobManager = new HttpClient(
      options.jobManagerUrl,
      'The Flink JobManager',
    );
    if (options.historyServerUrl) {
      this.#history = new HttpClient(
        options.historyServerUrl,
        'The Flink history server',
      );
    }
  }

  send<T>(request: HttpRequest): Promise<T> {
    return this.#jobManager.json<T>(request);
  }

  bytes(request: HttpRequest, onPiece: (piece: Buffer) => void): Promise<void> {
    return this.#jobManager.bytes(request, onPiece);
  }

  overview(call: EngineCall): Promise<ClusterOverview> {
    return this.send({ path: '/overview', signal: call.signal });
  }

  /** All jobs that the JobManager remembers; never from its cache. */
  async jobs(call: EngineCall): Promise<JobOverview[]> {
    const { jobs } = await this.send<{ jobs?: JobOverview[] }>({
      path: '/jobs/overview',
      signal: call.signal,
    });
    // No list is not an empty one: nobody may conclude that jobs are gone.
    if (!Array.isArray(jobs) || !jobs.every(isJob)) {
      throw new EngineUnavailableError(
        `What ${
          this.#jobManager.address
        } answered to /jobs/overview is no list of jobs as Flink gives it. Is the address right, and the version one that is supported?`,
      );
    }
    return jobs;
  }

  /** One job, or undefined when the JobManager answers and does not know it. */
  async job(
    engineJobId: string,
    call: EngineCall,
  ): Promise<JobOverview | undefined> {
    if (!isJobId(engineJobId)) return undefined;
    return (await this.jobs(call)).find(job => job.jid === engineJobId);
  }

  /**
   * Reads `/jobs/:id` + `path`; of a forgotten job, from the history server.
   * Undefined when neither knows the job.
   */
  async readJob<T>(
    engineJobId: string,
    path: string,
    call: EngineCall,
  ): Promise<T | undefined> {
    if (!isJobId(engineJobId)) return undefined;
    const request = {
      path: `/jobs/${engineJobId}${path}`,
      signal: call.signal,
    };
    try {
      return await this.#jobManager.json<T>(request);
    } catch (error) {
      if (!(error instanceof HttpAnswerError)) throw error;
      if (!error.isUnknownJob && error.status !== 404) throw error;
    }
    return this.#history?.json<T>(request).catch(() => {
      call.signal.throwIfAborted();
      return undefined;
    });
  }

  /** As `readJob`, but says that the job is forgotten. */
  async requireJob<T>(
    engineJobId: string,
    path: string,
    call: EngineCall,
  ): Promise<T> {
    const answer = await this.readJob<T>(engineJobId, path, call);
    if (answer === undefined) {
      throw new VerbRefusedError(
        `Flink knows nothing of job ${engineJobId} any more. A JobManager ` +
          'forgets its ended jobs after some time and all jobs when it restarts' +
          `${this.#history ? '' : '; a history server would keep them'}.`,
      );
    }
    return answer;
  }
}
