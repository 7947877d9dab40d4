import { setTimeout as pause } from 'node:timers/promises';

/** A job as its engine itself tells of it. */
export type TrueJob = {
  id: string;
  name: string;
  /** The engine's word. */
  state: string;
  /** It has not come to its end. */
  isLive: boolean;
  /** All of its tasks do their work. */
  isWorking: boolean;
  /** None of its tasks does. */
  isIdle: boolean;
  /** How it ended, in the portal's words. */
  end?: 'finished' | 'failed' | 'canceled' | 'suspended';
  /** Tells incarnations under one id apart. */
  startedAt: string;
};

/** One look at an engine, past the portal. */
export type TrueLook = {
  /** When it was asked. */
  at: number;
  /** It answered, and the way between the portal and it is clear. */
  visible: boolean;
  jobs: Map<string, TrueJob>;
};

const EVERY_MS = 150;

/** Asks engines all the time what is true, and keeps it. */
export class Truth {
  readonly #looks = new Map<string, TrueLook[]>();
  readonly #stop = new AbortController();
  readonly #loops: Array<Promise<void>> = [];

  /** `hidden` says that the portal cannot see this engine now. */
  watch(
    engine: string,
    read: (signal: AbortSignal) => Promise<TrueJob[]>,
    hidden: () => boolean,
  ): void {
    const looks: TrueLook[] = [];
    this.#looks.set(engine, looks);
    this.#loops.push(this.#run(looks, read, hidden));
  }

  looks(engine: string, from = 0): TrueLook[] {
    return (this.#looks.get(engine) ?? []).filter(look => look.at >= from);
  }

  last(engine: string): TrueLook | undefined {
    return this.#looks.get(engine)?.at(-1);
  }

  /** Everything that ever ran under a name since the first look, each incarnation once. */
  incarnations(engine: string, name: string): TrueJob[] {
    const found = new Map<string, TrueJob>();
    const [first, ...looks] = this.looks(engine);
    for (const { jobs } of looks) {
      for (const job of jobs.values()) {
        if (job.name === name && !first.jobs.has(job.id))
          found.set(`${job.id} ${job.startedAt}`, job);
      }
    }
    return [...found.values()];
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#loops);
  }

  async #run(
    looks: TrueLook[],
    read: (signal: AbortSignal) => Promise<TrueJob[]>,
    hidden: () => boolean,
  ): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const at = Date.now();
      const before = hidden();
      try {
        const jobs = await read(AbortSignal.timeout(2_000));
        looks.push({
          at,
          visible: !before && !hidden(),
          jobs: new Map(jobs.map(job => [job.id, job])),
        });
      } catch {
        looks.push({ at, visible: false, jobs: new Map() });
      }
      await pause(EVERY_MS);
    }
  }
}

const FLINK_ENDS: Record<string, TrueJob['end']> = {
  FINISHED: 'finished',
  FAILED: 'failed',
  CANCELED: 'canceled',
};

/** What a JobManager tells of all of its jobs. */
export function flinkJobs(url: string) {
  return async (signal: AbortSignal): Promise<TrueJob[]> => {
    const { jobs } = await json(`${url}/jobs/overview`, signal);
    return jobs.map((job: any) => {
      const { total = 0, running = 0, finished = 0 } = job.tasks ?? {};
      const end = FLINK_ENDS[job.state];
      return {
        id: job.jid,
        name: job.name,
        state: `${job.state} ${running}/${total}`,
        isLive: !end,
        isWorking: job.state === 'RUNNING' && total > 0 && running === total,
        isIdle: !end && running === 0 && finished === 0,
        end,
        startedAt: job.jid,
      };
    });
  };
}

const ZETA_ENDS: Record<string, TrueJob['end']> = {
  FINISHED: 'finished',
  FAILED: 'failed',
  CANCELED: 'canceled',
  SAVEPOINT_DONE: 'suspended',
};

/** What a SeaTunnel server tells of all of its jobs. */
export function zetaJobs(url: string) {
  return async (signal: AbortSignal): Promise<TrueJob[]> => {
    const base = `${url}/hazelcast/rest/maps`;
    const overview = await json(`${base}/overview`, signal);
    if (overview.workers === '0') throw new Error('It is still starting.');
    const running = await json(`${base}/running-jobs`, signal);
    const finished = await json(`${base}/finished-jobs/`, signal);
    const jobs = new Map<string, TrueJob>();
    for (const job of [...finished, ...running]) {
      const end = ZETA_ENDS[job.jobStatus];
      jobs.set(String(job.jobId), {
        id: String(job.jobId),
        name: job.jobName,
        state: job.jobStatus,
        isLive: !end,
        isWorking: job.jobStatus === 'RUNNING',
        isIdle: false,
        end,
        startedAt: String(job.jobId),
      });
    }
    return [...jobs.values()];
  };
}

async function json(url: string, signal: AbortSignal): Promise<any> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
