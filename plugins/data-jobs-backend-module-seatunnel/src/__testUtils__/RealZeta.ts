import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  JobSubmission,
  ObservedJob,
  ResolvedDefinition,
} from '@datalark/backstage-plugin-data-jobs-node';
import { TestEngines, testEngines } from '@datalark/local-engines';
import { ZetaEngine } from '../ZetaEngine';
import { until } from './until';

/** A real SeaTunnel Zeta, and other real engines, for one test file. */
export class RealZeta {
  /** For what a test makes, so that others do not meet it: lower case, an identifier. */
  readonly name = `zeta_${randomBytes(4).toString('hex')}`;
  readonly engine: ZetaEngine;
  readonly #started = new Set<string>();

  private constructor(readonly engines: TestEngines) {
    const { endpoints } = engines;
    this.engine = new ZetaEngine(
      {
        name: 'zeta',
        url: endpoints.seatunnelUrl!,
        restApi: 'auto',
        pollIntervalMs: 500,
        logDirectory: endpoints.logDirs.seatunnel,
      },
      mockServices.logger.mock(),
    );
  }

  static async start(
    ...others: Array<'kafka' | 'postgres'>
  ): Promise<RealZeta> {
    return new RealZeta(await testEngines(['seatunnel', ...others]));
  }

  call() {
    return { signal: AbortSignal.timeout(30_000) };
  }

  /** Submits a job and gives its id; it is cancelled at the end if it still runs. */
  async run(
    definition: ResolvedDefinition,
    over: Partial<JobSubmission> = {},
  ): Promise<string> {
    const engineJobId = over.engineJobId ?? this.engine.allocateJobId();
    await this.engine.submit(
      {
        ...definition,
        jobName: this.name,
        engineJobId,
        isRetry: false,
        ...over,
      },
      this.call(),
    );
    this.#started.add(engineJobId);
    return engineJobId;
  }

  /** Waits until a job no longer runs. */
  ended(id: string): Promise<ObservedJob> {
    return until(
      () => this.engine.lookup(id, this.call()),
      job => job !== undefined && !['deploying', 'running'].includes(job.state),
    ) as Promise<ObservedJob>;
  }

  /** How many rows a running job has read. */
  async read(id: string): Promise<number | undefined> {
    return (await this.engine.lookup(id, this.call()))?.records?.read;
  }

  /** Ends a job with a savepoint and gives what it is restored with. */
  async suspend(
    id: string,
  ): Promise<Pick<JobSubmission, 'engineJobId' | 'restore'>> {
    const request = { engineJobId: id, requestId: '0'.repeat(32) };
    await this.engine.stopWithSavepoint(request, this.call());
    await until(
      () => this.engine.requestProgress(request, this.call()),
      progress => progress.state === 'completed',
    );
    await this.ended(id);
    const [{ location }] = await this.engine.snapshots(id, this.call());
    return { engineJobId: id, restore: { location, engineJobId: id } };
  }

  async stop(): Promise<void> {
    for (const id of this.#started) await this.engine.cancel(id, this.call());
    for (const id of this.#started) await this.ended(id);
    await this.engines.stop();
  }
}
