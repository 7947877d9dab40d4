import { randomBytes } from 'crypto';
import { EngineCall, JobEngine } from '../../JobEngine';
import { EngineObservation, ObservedJob } from '../../EngineObservation';
import {
  JobSubmission,
  ResolvedDefinition,
  RestorePoint,
} from '../../JobSubmission';
import { JobEngineBench } from './JobEngineBench';

/** Runs jobs for the contract's cases and clears up after each of them. */
export class ContractRig {
  readonly #started = new Set<string>();

  constructor(readonly bench: JobEngineBench) {}

  get engine(): JobEngine {
    return this.bench.engine;
  }

  get patienceMs(): number {
    return this.bench.patienceMs ?? 30_000;
  }

  /** A call that is given up before the case runs out of time. */
  call(): EngineCall {
    return { signal: AbortSignal.timeout(this.patienceMs) };
  }

  requestId(): string {
    return randomBytes(16).toString('hex');
  }

  submission(
    definition: ResolvedDefinition,
    restore?: RestorePoint,
  ): JobSubmission {
    const engineJobId = this.engine.allocateJobId(restore);
    this.#started.add(engineJobId);
    return {
      ...definition,
      jobName: `contract-${randomBytes(4).toString('hex')}`,
      engineJobId,
      restore,
      isRetry: false,
    };
  }

  /** Submits and waits until the job runs. */
  async run(
    definition: ResolvedDefinition,
    restore?: RestorePoint,
  ): Promise<JobSubmission> {
    const submission = this.submission(definition, restore);
    await this.engine.submit(submission, this.call());
    await this.untilRunning(submission.engineJobId);
    return submission;
  }

  untilRunning(engineJobId: string): Promise<ObservedJob> {
    return this.until(
      engineJobId,
      job => job?.state === 'running' && job.reasons.length === 0,
    ) as Promise<ObservedJob>;
  }

  /** Looks the job up until it is as wanted. */
  async until(
    engineJobId: string,
    wanted: (job: ObservedJob | undefined) => boolean,
  ): Promise<ObservedJob | undefined> {
    return this.poll(
      () => this.engine.lookup(engineJobId, this.call()),
      wanted,
    );
  }

  /** Asks again and again until the answer is as wanted. */
  async poll<T>(
    ask: () => Promise<T>,
    wanted: (answer: T) => boolean,
  ): Promise<T> {
    const end = Date.now() + this.patienceMs;
    for (;;) {
      const answer = await ask();
      if (wanted(answer)) return answer;
      if (Date.now() > end) {
        throw new Error(`Still not as wanted: ${JSON.stringify(answer)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** The first observation that is as wanted. */
  async observed(
    wanted: (observation: EngineObservation) => boolean,
  ): Promise<EngineObservation> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), this.patienceMs);
    let last: EngineObservation | undefined;
    try {
      for await (const look of this.engine.observe({ signal: stop.signal })) {
        last = look;
        if (wanted(look)) return look;
      }
    } finally {
      clearTimeout(timer);
      stop.abort();
    }
    throw new Error(`Not observed; the last look was ${JSON.stringify(last)}`);
  }

  /** The jobs under this name, as one observation shows them. */
  async jobsNamed(name: string): Promise<ObservedJob[]> {
    const look = await this.observed(observation => observation.reachable);
    return look.reachable ? look.jobs.filter(job => job.name === name) : [];
  }

  async cleanUp(): Promise<void> {
    for (const engineJobId of this.#started) {
      const job = await this.engine.lookup(engineJobId, this.call());
      if (job && (job.state === 'running' || job.state === 'deploying')) {
        await this.engine.cancel(engineJobId, this.call());
      }
    }
    this.#started.clear();
  }
}
