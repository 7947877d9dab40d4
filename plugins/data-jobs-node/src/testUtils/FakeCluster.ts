import {
  DefinitionProblem,
  HealthReason,
  MetricSample,
} from '@datalark/backstage-plugin-data-jobs-common';
import { RequestProgress } from '../JobEngine';
import { JobSubmission, ResolvedDefinition } from '../JobSubmission';
import { SubmissionRefusedError, VerbRefusedError } from '../engineErrors';
import { FakeJob, FakeSnapshot, isLive, newFakeJob } from './FakeJob';
import { FakeEngineOptions, checkFakeDefinition } from './FakeEngineOptions';

/** What can be held back: see {@link FakeCluster.hold}. @public */
export type FakeHold = 'start' | 'savepoint' | 'answers';

type SnapshotRequest = {
  engineJobId: string;
  endsJob: boolean;
  progress: RequestProgress;
};

/**
 * The jobs, snapshots and requests of a {@link FakeEngine}, and what a test
 * can make happen to them.
 *
 * @public
 */
export class FakeCluster {
  /** All jobs by engine job id. */
  readonly jobs = new Map<string, FakeJob>();
  /** Snapshots by location, oldest first; they outlive `forgetJobs`. */
  readonly storage = new Map<string, FakeSnapshot>();

  protected readonly options: FakeEngineOptions;
  protected readonly held = new Set<FakeHold>();
  readonly #requests = new Map<string, SnapshotRequest>();
  readonly #usedIds = new Set<string>();
  readonly #wakers = new Set<() => void>();
  #revision = 0;
  #refusal: DefinitionProblem[] | undefined;
  #savepointFailure: string | undefined;

  constructor(options: FakeEngineOptions) {
    this.options = options;
  }

  /** The next submission is refused; its id is used up. */
  failNextSubmit(
    problems: DefinitionProblem[] = [
      { severity: 'error', message: 'The engine refused the job.' },
    ],
  ): void {
    this.#refusal = problems;
  }

  /** The next savepoint or stop request fails; the job goes on. */
  failNextSavepoint(message = 'The savepoint could not be written.'): void {
    this.#savepointFailure = message;
  }

  /**
   * Holds back until `release`: `start` leaves submitted jobs deploying,
   * `savepoint` leaves requests in progress, `answers` lets every call hang.
   */
  hold(what: FakeHold): void {
    this.held.add(what);
  }

  /** Lets go what `hold` held back; everything when not told what. */
  release(what?: FakeHold): void {
    if (what) this.held.delete(what);
    else this.held.clear();
    if (!this.held.has('start')) {
      for (const job of this.jobs.values()) {
        if (job.state === 'deploying') this.#run(job);
      }
    }
    if (!this.held.has('savepoint')) {
      for (const request of this.#requests.values()) this.#complete(request);
    }
    this.wake();
  }

  /** The job comes to its natural end. */
  finishJob(engineJobId: string): void {
    this.#end(this.job(engineJobId), 'finished');
  }

  /** The job fails for good. */
  failJob(engineJobId: string, message = 'The task failed.'): void {
    const job = this.job(engineJobId);
    job.message = message;
    job.exceptions.unshift({
      at: new Date().toISOString(),
      name: 'FakeException',
      message,
    });
    this.#end(job, 'failed');
  }

  /** Somebody cancels the job behind the portal's back. */
  cancelJob(engineJobId: string): void {
    const job = this.jobs.get(engineJobId);
    if (job && isLive(job)) this.#end(job, 'canceled');
  }

  /** Why a running job is not well; an empty list makes it well again. */
  setReasons(engineJobId: string, reasons: HealthReason[]): void {
    const job = this.job(engineJobId);
    job.reasons = reasons;
    job.tasks.running = reasons.some(r => r.code === 'no-running-task')
      ? 0
      : job.tasks.total;
    this.wake();
  }

  /** The engine takes a checkpoint of its own, at `createdAt` (default: now). */
  addCheckpoint(engineJobId: string, createdAt = new Date()): FakeSnapshot {
    return this.#snapshot(this.job(engineJobId), 'checkpoint', createdAt);
  }

  /** A checkpoint does not get done; the job goes on. */
  failCheckpoint(engineJobId: string): void {
    this.job(engineJobId).failedCheckpoints += 1;
  }

  /** What is measured of the job from now on, besides records and checkpoints. */
  setMeasured(engineJobId: string, values: MetricSample): void {
    this.job(engineJobId).measured = values;
  }

  /** A job that somebody else started. */
  addForeignJob(name: string, engineJobId: string): FakeJob {
    const job = newFakeJob(engineJobId, name);
    this.jobs.set(engineJobId, job);
    this.#run(job);
    return job;
  }

  /** The engine restarts without memory: jobs, requests and used ids are gone. */
  forgetJobs(): void {
    this.jobs.clear();
    this.#requests.clear();
    this.#usedIds.clear();
    this.wake();
  }

  /** The job with this id; throws when there is none. */
  job(engineJobId: string): FakeJob {
    const job = this.jobs.get(engineJobId);
    if (!job) throw new Error(`The fake engine has no job ${engineJobId}`);
    return job;
  }

  /** The jobs that go on under this name. */
  liveJobs(name: string): FakeJob[] {
    return [...this.jobs.values()].filter(j => j.name === name && isLive(j));
  }

  protected check(definition: ResolvedDefinition): DefinitionProblem[] {
    return (this.options.check ?? checkFakeDefinition)(definition);
  }

  protected accept(submission: JobSubmission): void {
    const { engineJobId, restore } = submission;
    const known = this.jobs.get(engineJobId);
    const revives =
      restore && this.options.restoreKeepsId && known && !isLive(known);
    if (known && !revives) return;
    const problems = [...(this.#refusal ?? this.check(submission))];
    this.#refusal = undefined;
    if (restore && !this.storage.has(restore.location)) {
      problems.push({
        severity: 'error',
        message: `There is no snapshot at ${restore.location}.`,
        remedy: 'Choose another snapshot.',
      });
    }
    if (this.#usedIds.has(engineJobId)) {
      problems.push({
        severity: 'error',
        message: `The id ${engineJobId} is used up.`,
        remedy: 'Submit under a new id.',
      });
    }
    const wrong = problems.find(problem => problem.severity === 'error');
    if (wrong) {
      this.#usedIds.add(engineJobId);
      throw new SubmissionRefusedError(wrong.message, problems);
    }
    const job = newFakeJob(engineJobId, submission.jobName);
    job.submission = submission;
    job.restoredFrom = restore;
    this.jobs.set(engineJobId, job);
    if (this.held.has('start')) this.wake();
    else this.#run(job);
  }

  protected request(
    { engineJobId, requestId }: { engineJobId: string; requestId: string },
    endsJob: boolean,
  ): void {
    if (this.#requests.has(requestId)) return;
    const job = this.jobs.get(engineJobId);
    if (!job || !isLive(job)) {
      throw new VerbRefusedError(
        `Job ${engineJobId} does not run: no savepoint can be taken.`,
      );
    }
    const request: SnapshotRequest = {
      engineJobId,
      endsJob,
      progress: { state: 'in-progress' },
    };
    this.#requests.set(requestId, request);
    if (!this.held.has('savepoint')) this.#complete(request);
  }

  protected progress(requestId: string): RequestProgress {
    return (
      this.#requests.get(requestId)?.progress ?? { state: 'unknown-request' }
    );
  }

  /** Counts changes; see `change`. */
  protected get revision(): number {
    return this.#revision;
  }

  protected wake(): void {
    this.#revision += 1;
    for (const wake of [...this.#wakers]) wake();
  }

  /** Until something changed after `since`, a look is due, or `signal` aborts. */
  protected change(since: number, signal: AbortSignal): Promise<void> {
    if (since !== this.#revision) return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(wake, this.options.observeEveryMs ?? 1_000);
      const wakers = this.#wakers;
      function wake() {
        clearTimeout(timer);
        wakers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      }
      wakers.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      if (signal.aborted) wake();
    });
  }

  #run(job: FakeJob): void {
    job.state = 'running';
    job.tasks.running = job.tasks.total;
    this.wake();
  }

  #end(job: FakeJob, state: FakeJob['state']): void {
    job.state = state;
    job.reasons = [];
    job.tasks.running = 0;
    job.endedAt = new Date().toISOString();
    this.wake();
  }

  #complete(request: SnapshotRequest): void {
    if (request.progress.state !== 'in-progress') return;
    const job = this.jobs.get(request.engineJobId);
    const failure =
      this.#savepointFailure ??
      (job && isLive(job) ? undefined : 'The job ended before the savepoint.');
    this.#savepointFailure = undefined;
    if (failure || !job) {
      request.progress = { state: 'failed', message: failure ?? 'No job.' };
      return;
    }
    const { location } = this.#snapshot(job, 'savepoint');
    request.progress = { state: 'completed', location };
    if (request.endsJob) {
      this.#end(job, this.options.stoppedState ?? 'finished');
    }
  }

  #snapshot(
    job: FakeJob,
    kind: FakeSnapshot['kind'],
    createdAt = new Date(),
  ): FakeSnapshot {
    const id = `${kind}-${this.storage.size + 1}`;
    const snapshot: FakeSnapshot = {
      id,
      kind,
      location: `fake:/${job.engineJobId}/${id}`,
      createdAt: createdAt.toISOString(),
      sizeBytes: 1024,
      engineJobId: job.engineJobId,
    };
    job.snapshots.push(snapshot);
    this.storage.set(snapshot.location, snapshot);
    this.wake();
    return snapshot;
  }
}
