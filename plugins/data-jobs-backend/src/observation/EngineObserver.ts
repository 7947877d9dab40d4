import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EngineObservation,
  JobEngine,
  ObservedJob,
} from '@datalark/backstage-plugin-data-jobs-node';
import { ChangePublisher } from '../changes/ChangePublisher';
import { CheckpointIntervals } from '../checkpoints/CheckpointIntervals';
import { keyText } from '../database/DeploymentStore';
import { StoredEngine } from '../database/EngineStore';
import { Stores } from '../database/Stores';
import { Redactor } from '../secrets/Redactor';
import { LeasedLoop } from '../LeasedLoop';
import { JobLook } from './deriveObservation';
import { MetricCollector } from '../metrics/MetricCollector';
import { MetricSettings } from '../metrics/MetricSettings';
import { Freshness } from './Freshness';
import { ExceptionReader } from './ExceptionReader';
import { ObservationWriter } from './ObservationWriter';
import { RunHealth } from './RunHealth';
import { UnmanagedWriter } from '../adopt/UnmanagedWriter';
import { SnapshotReader } from './SnapshotReader';

/** A replica that is gone holds an engine no longer than this. */
const LEASE_MS = 8_000;

/** What an observer needs. */
export type ObserverDeps = {
  stores: Stores;
  writer: ObservationWriter;
  changes: ChangePublisher;
  redactor: Redactor;
  logger: LoggerService;
  /** Id of this replica. */
  owner: string;
  leaseMs?: number;
  /** Each running job's snapshots are read about this often. Default 10 s. */
  snapshotsEveryMs?: number;
  /** Is told whether what is seen can be written down. */
  freshness?: Pick<Freshness, 'written' | 'notWritten'>;
  /** Absent: jobs are not measured over time. */
  metrics?: MetricSettings;
  /** Absent: it is not judged whether checkpoints are too old. */
  intervals?: CheckpointIntervals;
  /** How often it is looked for failures that are not written down. Default 5 s. */
  exceptionsEveryMs?: number;
};

/** Looks at one engine, as the only replica that does, and writes down what it sees. */
export class EngineObserver {
  readonly #unmanaged: UnmanagedWriter;
  readonly #lease: string;
  readonly #leaseMs: number;
  readonly #loop: LeasedLoop;

  constructor(
    private readonly engine: JobEngine,
    private readonly deps: ObserverDeps,
  ) {
    this.#unmanaged = new UnmanagedWriter(engine.name, deps);
    const { stores, owner, logger, freshness, leaseMs = LEASE_MS } = deps;
    this.#lease = `observe:${engine.name}`;
    this.#leaseMs = leaseMs;
    this.#loop = new LeasedLoop({
      leases: stores.leases,
      lease: this.#lease,
      leaseMs,
      owner,
      restMs: () => leaseMs / 5,
      turn: async (isMine, signal) => {
        if (isMine) await this.#hold(signal);
        else freshness?.written(engine.name);
      },
      failed: error => {
        freshness?.notWritten(engine.name);
        logger.warn(`Observing ${engine.name} was interrupted: ${error}`);
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  async #hold(stopped: AbortSignal): Promise<void> {
    const { stores, owner } = this.deps;
    const lost = new AbortController();
    const renewal = setInterval(() => {
      stores.leases
        .acquire(this.#lease, owner, this.#leaseMs)
        .then(mine => mine || lost.abort())
        .catch(() => lost.abort());
    }, this.#leaseMs / 3);
    const signal = AbortSignal.any([stopped, lost.signal]);
    const health = new RunHealth(this.engine, {
      ...this.deps,
      measures: this.deps.metrics !== undefined,
    });
    const snapshots = new SnapshotReader(this.engine, { ...this.deps, health });
    const exceptions = new ExceptionReader(this.engine, {
      ...this.deps,
      everyMs: this.deps.exceptionsEveryMs,
    });
    const reading = Promise.all([
      snapshots.run(signal),
      exceptions.run(signal),
      ...this.#measuring(exceptions, health, signal),
    ]);
    try {
      for await (const look of this.engine.observe({ signal })) {
        if (signal.aborted) break;
        await this.#write(look, exceptions, health);
      }
    } finally {
      lost.abort();
      clearInterval(renewal);
      await reading;
    }
  }

  /** Failures are looked for when the count of restarts grows, too. */
  #measuring(
    exceptions: ExceptionReader,
    health: RunHealth,
    signal: AbortSignal,
  ): Array<Promise<void>> {
    const { metrics } = this.deps;
    const collector = metrics
      ? new MetricCollector(this.engine, {
          ...this.deps,
          settings: metrics,
          after: (job, sample) => {
            exceptions.noteRestarts(job, sample?.values.restarts);
            health.noteSample(job, sample?.values);
          },
        })
      : undefined;
    return collector ? [collector.run(signal)] : [];
  }

  async #write(
    look: EngineObservation,
    exceptions: ExceptionReader,
    health: RunHealth,
  ): Promise<void> {
    const { stores, writer } = this.deps;
    await this.#writeEngine(look);
    const operating = await stores.operations.activeKeys();
    const jobs = look.reachable
      ? new Map(look.jobs.map(job => [job.engineJobId, job]))
      : undefined;
    const deployments = await stores.deployments.onEngine(this.engine.name);
    health.keepOnly(deployments);
    await stores.knex.transaction(async transaction => {
      for (const deployment of deployments) {
        const job = withCause(
          jobs?.get(deployment.observation.engineJobId!),
          exceptions.causeOf(deployment.runId),
        );
        await writer.write(
          deployment,
          this.#lookAt(look, job),
          {
            operating: operating.has(keyText(deployment)),
            processing: deployment.processing,
            noted: health.reasonsOf(deployment),
          },
          transaction,
        );
      }
    });
    if (look.reachable) {
      await this.#unmanaged.write(
        look,
        deployments.map(one => one.observation.engineJobId!),
      );
    }
    await stores.deployments.touchObservedAt(this.engine.name, look.observedAt);
    this.deps.freshness?.written(this.engine.name);
  }

  #lookAt(look: EngineObservation, job?: ObservedJob): JobLook {
    return look.reachable
      ? { reachable: true, observedAt: look.observedAt, job }
      : {
          reachable: false,
          observedAt: look.observedAt,
          message: `Engine ${this.engine.name} does not answer: ${look.message}`,
        };
  }

  async #writeEngine(look: EngineObservation): Promise<void> {
    const { stores, redactor, changes } = this.deps;
    const { name } = this.engine;
    const before = await stores.engines.get(name);
    const reachable = look.reachable ? 'yes' : 'no';
    const after: StoredEngine = redactor.value({
      name,
      reachable,
      since: before?.reachable === reachable ? before.since : look.observedAt,
      observedAt: look.observedAt,
      info: look.reachable ? look.info : before?.info,
      problems: look.reachable
        ? look.problems
        : [{ message: look.message, remedy: look.remedy }],
    });
    await stores.engines.save(after);
    if (before?.reachable !== reachable) changes.engineChanged(name);
  }
}

/** Overviews of engines seldom say why a job failed. */
function withCause(job: ObservedJob | undefined, cause: string | undefined) {
  return job?.state === 'failed' && !job.message && cause
    ? { ...job, message: cause }
    : job;
}
