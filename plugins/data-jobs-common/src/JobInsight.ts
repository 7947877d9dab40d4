/** One failure in a run's history. @public */
export type JobException = {
  /** ISO 8601, UTC. */
  at: string;
  name: string;
  message: string;
  stack?: string;
  task?: string;
  location?: string;
};

/**
 * Failures that are alike, over all runs: they differ in numbers and ids alone.
 *
 * @public
 */
export type ExceptionGroup = {
  id: string;
  name: string;
  /** Of the first. */
  message: string;
  /** ISO 8601, UTC. */
  firstAt: string;
  lastAt: string;
  count: number;
  /** Usually says most: what came after it is often a consequence. */
  first: JobException;
  last: JobException;
  firstRunId?: string;
  lastRunId?: string;
};

/** One number with its unit. @public */
export type JobMetric = {
  name: string;
  value: number;
  unit?:
    | 'records'
    | 'bytes'
    | 'ms'
    | 'records/s'
    | 'bytes/s'
    | 'count'
    | 'ratio';
  /** Table, vertex or plugin that it belongs to. */
  scope?: string;
};

/** A piece of the engine's log. @public */
export type JobLog = {
  source: string;
  text: string;
  /** The beginning was left out because of the size. */
  truncated: boolean;
  /** Where this piece ends: asked for with it, a log goes on from there. */
  cursor?: string;
  /** The piece does not go on where the cursor was: the log began anew, or too much came. */
  restarted?: boolean;
};

/** A log that can be read. @public */
export type LogSource = {
  /** Names it in questions. */
  id: string;
  kind: 'job' | 'job-manager' | 'task-manager' | 'server';
  /** The engine's name for the process or file. */
  name: string;
  /** Only lines that concern the job: others may belong to other people. */
  filtered: boolean;
};

/** The job graph as the engine runs it. @public */
export type JobPlan = {
  nodes: Array<{
    id: string;
    name: string;
    parallelism?: number;
    state?: string;
    /** Tasks by the engine's word for their state; only those above 0. */
    tasks?: Record<string, number>;
    /** Share of time the busiest task works, 0 to 1. */
    busy?: number;
    /** Share of time the most blocked task waits for those after it, 0 to 1. */
    backpressured?: number;
    /** Records in the present run. */
    recordsIn?: number;
    recordsOut?: number;
    /** How far its slowest task's event time is behind the clock. */
    watermarkLagMs?: number;
  }>;
  edges: Array<{ from: string; to: string; label?: string }>;
};

/** One checkpoint or savepoint attempt as the engine reports it. @public */
export type CheckpointStats = {
  completed: number;
  failed: number;
  inProgress: number;
  /** ISO 8601, UTC. */
  lastCompletedAt?: string;
  lastDurationMs?: number;
  lastSizeBytes?: number;
  lastFailure?: { at: string; message?: string };
};

/**
 * What can be asked about a run. `unavailable` says why there is no answer.
 *
 * @public
 */
export type Insight<T> =
  | { status: 'ok'; value: T; observedAt: string }
  | { status: 'unavailable'; reason: string };
