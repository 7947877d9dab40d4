import { EngineObservation } from '@datalark/backstage-plugin-data-jobs-node';
import { JobAnswer } from '../answers/JobAnswer';
import { isLive, jobState, unclearStatus } from '../answers/jobState';
import { ZetaConnection } from '../protocol/connect';
import { observedJob } from './observedJob';

const MAX_LOOKUPS = 50;

/** Looks at all jobs of a server with three questions, however many there are. */
export class JobWatch {
  /** Jobs that ran at the last look. */
  #live = new Set<string>();

  constructor(private readonly timeZone?: string) {}

  async look(
    connection: ZetaConnection,
    signal: AbortSignal,
  ): Promise<EngineObservation> {
    const observedAt = new Date().toISOString();
    const { protocol, overview } = connection;
    // In this order: what ends in between is in both lists, not in none.
    const running = await protocol.runningJobs(signal);
    const finished = await protocol.finishedJobs(signal);
    const jobs = new Map<string, JobAnswer>();
    // A restored job is in both lists: what runs is the later incarnation.
    for (const job of [...finished, ...running]) jobs.set(job.jobId, job);
    await this.#findLost(jobs, connection, signal);
    this.#live = new Set(
      [...jobs.values()].filter(job => isLive(job.status)).map(j => j.jobId),
    );
    const unclear = [...jobs.values()].filter(
      job => jobState(job.status).state === 'unknown',
    );
    return {
      reachable: true,
      observedAt,
      info: {
        version: overview.version,
        workers: overview.workers,
        slots: overview.slots,
        runningJobs: running.length,
      },
      jobs: [...jobs.values()].map(job => observedJob(job, this.timeZone)),
      problems: unclear.slice(0, 10).map(job => ({
        message: `${unclearStatus(job.status)} It is ${job.jobId} ("${
          job.name
        }").`,
        remedy: 'Look at the log of the server.',
      })),
    };
  }

  /** A job that leaves one list may not be in the other yet: asked for by id. */
  async #findLost(
    jobs: Map<string, JobAnswer>,
    { protocol }: ZetaConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const lost = [...this.#live].filter(jobId => !jobs.has(jobId));
    for (const jobId of lost.slice(0, MAX_LOOKUPS)) {
      const job = await protocol.jobInfo(jobId, signal);
      if (job) jobs.set(jobId, job);
    }
  }
}
