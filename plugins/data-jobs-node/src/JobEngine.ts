import {
  CheckpointStats,
  DefinitionProblem,
  EngineCapabilities,
  JobException,
  JobLog,
  JobMetric,
  JobPlan,
  LogSource,
  MetricSample,
  Snapshot,
  StateCompatibility,
} from '@datalark/backstage-plugin-data-jobs-common';
import { EngineObservation, ObservedJob } from './EngineObservation';
import {
  JobSubmission,
  ResolvedDefinition,
  RestorePoint,
} from './JobSubmission';

/** Options of every call to an engine. @public */
export type EngineCall = { signal: AbortSignal };

/** How a requested snapshot or stop gets on. @public */
export type RequestProgress =
  | { state: 'in-progress' }
  | { state: 'completed'; location?: string }
  | { state: 'failed'; message: string }
  /** The engine does not know the request (it restarted, or never got it). */
  | { state: 'unknown-request' };

/**
 * One running engine: a Flink session cluster, a Zeta cluster, …
 *
 * Calls tell the engine and return; none waits for a job to change state.
 * Every call that changes something is safe to repeat with the same ids.
 * Calls reject with {@link EngineUnavailableError} when nothing can be said
 * about the outcome, {@link SubmissionRefusedError} when the engine said no.
 *
 * @public
 */
export interface JobEngine {
  /** Name under `dataJobs.engines`. */
  readonly name: string;
  /** `flink-session`, `seatunnel-zeta`, … */
  readonly type: string;
  readonly title?: string;
  /** Address for people. */
  readonly webUrl?: string;
  readonly capabilities: EngineCapabilities;

  /**
   * Checks a definition without touching state: shape, options, and, where the
   * engine can be asked, its own opinion. Never rejects for a wrong definition.
   */
  validate(
    definition: ResolvedDefinition,
    call: EngineCall,
  ): Promise<DefinitionProblem[]>;

  /**
   * Tells whether `after` can take over the state that `before` has left, as
   * this engine really restores it. Touches nothing; what cannot be told is
   * `risky`, with the reason. Absent: see {@link compareAsText}.
   */
  compareDefinitions?(
    before: ResolvedDefinition,
    after: ResolvedDefinition,
    call: EngineCall,
  ): Promise<Pick<StateCompatibility, 'verdict' | 'reasons' | 'basis'>>;

  /**
   * Settings of the engine that every job inherits unless it says otherwise;
   * never secrets. Absent: it cannot be asked.
   */
  settings?(call: EngineCall): Promise<Record<string, string>>;

  /**
   * How often a job of this definition takes checkpoints, in milliseconds; 0:
   * never. Undefined when that cannot be told. Absent: it never can.
   */
  checkpointInterval?(
    definition: ResolvedDefinition,
    call: EngineCall,
  ): Promise<number | undefined>;

  /**
   * The id that the next submission shall have; stored before it is sent.
   * Engines that restore under the old id (Zeta) return that one.
   */
  allocateJobId(restore?: RestorePoint): string;

  /**
   * Submits a job under `submission.engineJobId`. A repetition, after an answer
   * that never came, finds the job that is already there and resolves alike.
   */
  submit(submission: JobSubmission, call: EngineCall): Promise<void>;

  /** Ends a run without a snapshot. An ended or unknown job is no error. */
  cancel(engineJobId: string, call: EngineCall): Promise<void>;

  /**
   * Asks for a savepoint and the end of the run. `requestId`: 32 hex digits,
   * chosen and stored by the caller; sending it twice stops once.
   */
  stopWithSavepoint(
    request: { engineJobId: string; requestId: string; drain?: boolean },
    call: EngineCall,
  ): Promise<void>;

  /** Asks for a savepoint; the job goes on. As `stopWithSavepoint` otherwise. */
  triggerSavepoint(
    request: { engineJobId: string; requestId: string },
    call: EngineCall,
  ): Promise<void>;

  /** How a savepoint or stop request gets on. */
  requestProgress(
    request: { engineJobId: string; requestId: string },
    call: EngineCall,
  ): Promise<RequestProgress>;

  /**
   * Looks at all jobs again and again until `signal` aborts: by a watch, or by
   * one poll for the whole engine, never one per job. Yields, never throws.
   */
  observe(call: EngineCall): AsyncIterable<EngineObservation>;

  /** One job, fresh. `undefined`: the engine answered and does not know it. */
  lookup(
    engineJobId: string,
    call: EngineCall,
  ): Promise<ObservedJob | undefined>;

  /** Snapshots of a run that can be restored from, newest first. */
  snapshots(
    engineJobId: string,
    call: EngineCall,
  ): Promise<Array<Omit<Snapshot, 'runId' | 'version' | 'triggeredBy'>>>;

  exceptions(engineJobId: string, call: EngineCall): Promise<JobException[]>;
  checkpointStats(
    engineJobId: string,
    call: EngineCall,
  ): Promise<CheckpointStats>;
  metrics(engineJobId: string, call: EngineCall): Promise<JobMetric[]>;
  /**
   * The numbers that are kept over time, with few requests: it is called for
   * every running job again and again. Totals, not rates, where an engine has
   * both. What the engine does not offer is left out. Absent: nothing is kept.
   */
  sample?(engineJobId: string, call: EngineCall): Promise<MetricSample>;
  plan(engineJobId: string, call: EngineCall): Promise<JobPlan>;
  /** The logs that `log` can read. Absent: one, the job's own. */
  logSources?(engineJobId: string, call: EngineCall): Promise<LogSource[]>;
  /**
   * The newest part of a log that concerns the job, at most `maxBytes`;
   * `source` is from `logSources`, default the first. With `cursor`, what came
   * after the answer that had it. An engine that cannot go on gives no cursor.
   */
  log(
    engineJobId: string,
    call: EngineCall & { maxBytes: number; source?: string; cursor?: string },
  ): Promise<JobLog>;
}
