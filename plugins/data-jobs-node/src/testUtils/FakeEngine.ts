import { randomBytes } from 'crypto';
import {
  CheckpointStats,
  EngineCapabilities,
  JobException,
  JobLog,
  JobMetric,
  JobPlan,
  MetricSample,
} from '@datalark/backstage-plugin-data-jobs-common';
import { EngineCall, JobEngine, RequestProgress } from '../JobEngine';
import { EngineObservation, ObservedJob } from '../EngineObservation';
import {
  JobSubmission,
  ResolvedDefinition,
  RestorePoint,
} from '../JobSubmission';
import { EngineUnavailableError, VerbRefusedError } from '../engineErrors';
import { FakeCluster } from './FakeCluster';
import { FakeJob, isLive, toObservedJob } from './FakeJob';
import { ALL_CAPABILITIES, FakeEngineOptions } from './FakeEngineOptions';

const CHANGES = ['submit', 'cancel', 'stopWithSavepoint', 'triggerSavepoint'];

/**
 * A `JobEngine` in memory that a test holds by the hand: every call is
 * recorded in `calls`; the controls are those of {@link FakeCluster} and
 * `setReachable`, `dropNextAnswer`.
 *
 * @public
 */
export class FakeEngine extends FakeCluster implements JobEngine {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly webUrl?: string;
  readonly capabilities: EngineCapabilities;
  readonly compareDefinitions?: JobEngine['compareDefinitions'];
  /** Every call, in order. */
  readonly calls: Array<{ method: string; engineJobId?: string }> = [];

  #outage: string | undefined;
  #answerToDrop: string | undefined;

  constructor(options: FakeEngineOptions = {}) {
    super(options);
    this.name = options.name ?? 'fake';
    this.type = options.type ?? 'fake';
    this.title = options.title;
    this.webUrl = options.webUrl;
    this.capabilities = { ...ALL_CAPABILITIES, ...options.capabilities };
    const { compare } = options;
    if (compare) {
      this.compareDefinitions = async (before, after, call) =>
        this.#answer('compareDefinitions', undefined, call, () =>
          compare(before, after, call),
        );
    }
  }

  /** Cuts the engine off, or lets it answer again. */
  setReachable(reachable: boolean, message = 'connection refused'): void {
    this.#outage = reachable ? undefined : message;
    this.wake();
  }

  /**
   * The next call of `method` (default: the next that changes something) is
   * carried out, but its answer is lost: `EngineUnavailableError`.
   */
  dropNextAnswer(method = '*'): void {
    this.#answerToDrop = method;
  }

  async validate(definition: ResolvedDefinition, call: EngineCall) {
    return this.#answer('validate', undefined, call, () =>
      this.check(definition),
    );
  }

  /** `execution.checkpointing.interval` of the job, a number of milliseconds. */
  async checkpointInterval({
    configuration,
  }: ResolvedDefinition): Promise<number | undefined> {
    const value = Number(configuration['execution.checkpointing.interval']);
    return Number.isFinite(value) ? value : undefined;
  }

  allocateJobId(restore?: RestorePoint): string {
    return restore && this.options.restoreKeepsId
      ? restore.engineJobId
      : randomBytes(16).toString('hex');
  }

  async submit(submission: JobSubmission, call: EngineCall): Promise<void> {
    return this.#answer('submit', submission.engineJobId, call, () =>
      this.accept(submission),
    );
  }

  async cancel(engineJobId: string, call: EngineCall): Promise<void> {
    return this.#answer('cancel', engineJobId, call, () =>
      this.cancelJob(engineJobId),
    );
  }

  async stopWithSavepoint(
    request: { engineJobId: string; requestId: string; drain?: boolean },
    call: EngineCall,
  ): Promise<void> {
    return this.#answer('stopWithSavepoint', request.engineJobId, call, () => {
      if (!this.capabilities.verbs.includes('suspend')) {
        throw new VerbRefusedError(`Engine ${this.name} takes no savepoints.`);
      }
      this.request(request, true);
    });
  }

  async triggerSavepoint(
    request: { engineJobId: string; requestId: string },
    call: EngineCall,
  ): Promise<void> {
    return this.#answer('triggerSavepoint', request.engineJobId, call, () => {
      if (!this.capabilities.liveSavepoints) {
        throw new VerbRefusedError(
          `Engine ${this.name} takes no savepoint of a job that goes on.`,
        );
      }
      this.request(request, false);
    });
  }

  async requestProgress(
    request: { engineJobId: string; requestId: string },
    call: EngineCall,
  ): Promise<RequestProgress> {
    return this.#answer('requestProgress', request.engineJobId, call, () =>
      this.progress(request.requestId),
    );
  }

  async *observe(call: EngineCall): AsyncIterable<EngineObservation> {
    while (!call.signal.aborted) {
      const seen = this.revision;
      yield this.#look();
      await this.change(seen, call.signal);
    }
  }

  async lookup(
    engineJobId: string,
    call: EngineCall,
  ): Promise<ObservedJob | undefined> {
    return this.#answer('lookup', engineJobId, call, () => {
      const job = this.jobs.get(engineJobId);
      return job && this.#observed(job);
    });
  }

  async snapshots(engineJobId: string, call: EngineCall) {
    return this.#answer('snapshots', engineJobId, call, () =>
      [...this.storage.values()]
        .filter(snapshot => snapshot.engineJobId === engineJobId)
        .reverse(),
    );
  }

  async exceptions(id: string, call: EngineCall): Promise<JobException[]> {
    return this.#insight('exceptions', id, call, job => [...job.exceptions]);
  }

  async checkpointStats(
    id: string,
    call: EngineCall,
  ): Promise<CheckpointStats> {
    return this.#insight('checkpoints', id, call, job => ({
      completed: job.snapshots.length,
      failed: job.failedCheckpoints,
      inProgress: 0,
      lastCompletedAt: job.snapshots.at(-1)?.createdAt,
    }));
  }

  async metrics(id: string, call: EngineCall): Promise<JobMetric[]> {
    return this.#insight('metrics', id, call, job => [
      { name: 'records read', value: job.records.read, unit: 'records' },
      { name: 'records written', value: job.records.written, unit: 'records' },
    ]);
  }

  async sample(id: string, call: EngineCall): Promise<MetricSample> {
    return this.#answer('sample', id, call, () => {
      const job = this.jobs.get(id);
      if (!job) {
        throw new VerbRefusedError(`The engine has no job ${id}.`);
      }
      return {
        recordsRead: job.records.read,
        recordsWritten: job.records.written,
        checkpointsCompleted: job.snapshots.length,
        checkpointsFailed: job.failedCheckpoints,
        ...job.measured,
      };
    });
  }

  async plan(id: string, call: EngineCall): Promise<JobPlan> {
    return this.#insight('plan', id, call, job => ({
      nodes: [
        { id: 'source', name: 'source', state: job.state },
        { id: 'sink', name: 'sink', state: job.state },
      ],
      edges: [{ from: 'source', to: 'sink' }],
    }));
  }

  async log(
    id: string,
    call: EngineCall & { maxBytes: number },
  ): Promise<JobLog> {
    return this.#insight('logs', id, call, job => {
      const whole = Buffer.from(`job ${job.name} is ${job.state}\n`);
      const kept = whole.subarray(Math.max(0, whole.length - call.maxBytes));
      return {
        source: 'fake.log',
        text: kept.toString('latin1'),
        truncated: kept.length < whole.length,
      };
    });
  }

  #observed(job: FakeJob): ObservedJob {
    return toObservedJob(job, this.options.countsInOverview);
  }

  #look(): EngineObservation {
    const observedAt = new Date().toISOString();
    if (this.#outage) {
      return { reachable: false, observedAt, message: this.#outage };
    }
    const running = [...this.jobs.values()].filter(isLive).length;
    return {
      reachable: true,
      observedAt,
      info: {
        version: 'fake-1',
        slots: { total: 8, free: Math.max(0, 8 - running) },
        runningJobs: running,
      },
      jobs: [...this.jobs.values()].map(job => this.#observed(job)),
      problems: [],
    };
  }

  async #insight<T>(
    capability: 'exceptions' | 'checkpoints' | 'plan' | 'metrics' | 'logs',
    engineJobId: string,
    call: EngineCall,
    read: (job: FakeJob) => T,
  ): Promise<T> {
    return this.#answer(capability, engineJobId, call, () => {
      if (!this.capabilities[capability]) {
        throw new VerbRefusedError(`Engine ${this.name} has no ${capability}.`);
      }
      const job = this.jobs.get(engineJobId);
      if (!job) {
        throw new VerbRefusedError(`The engine has no job ${engineJobId}.`);
      }
      return read(job);
    });
  }

  async #answer<T>(
    method: string,
    engineJobId: string | undefined,
    { signal }: EngineCall,
    act: () => T,
  ): Promise<T> {
    signal.throwIfAborted();
    this.calls.push({ method, engineJobId });
    while (this.held.has('answers')) {
      await this.change(this.revision, signal);
      signal.throwIfAborted();
    }
    if (this.#outage) {
      throw new EngineUnavailableError(
        `Engine ${this.name} does not answer: ${this.#outage}`,
      );
    }
    const result = act();
    if (
      this.#answerToDrop === method ||
      (this.#answerToDrop === '*' && CHANGES.includes(method))
    ) {
      this.#answerToDrop = undefined;
      throw new EngineUnavailableError(
        `Engine ${this.name} did not answer to ${method}.`,
      );
    }
    return result;
  }
}

/** Makes a {@link FakeEngine}. @public */
export function createFakeEngine(options: FakeEngineOptions = {}): FakeEngine {
  return new FakeEngine(options);
}
