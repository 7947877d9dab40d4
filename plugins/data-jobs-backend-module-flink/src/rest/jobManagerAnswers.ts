/**
 * The parts of Flink's REST answers that are used, as 1.20 and 2.3 send them.
 * See https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/rest_api/
 */

/** `GET /overview`. */
export type ClusterOverview = {
  'flink-version'?: string;
  taskmanagers?: number;
  'slots-total'?: number;
  'slots-available'?: number;
  'jobs-running'?: number;
};

/** One job of `GET /jobs/overview`. */
export type JobOverview = {
  jid: string;
  name: string;
  state: string;
  /** Milliseconds since 1970; -1 when it has not come to that. */
  'start-time': number;
  'end-time': number;
  /** Milliseconds until now or the end, by the JobManager's own clock. */
  duration?: number;
  tasks?: Record<string, number>;
};

/** `GET /jobs/:id`. */
export type JobDetails = {
  jid: string;
  name: string;
  state: string;
  'start-time': number;
  'end-time': number;
  vertices?: JobVertex[];
  plan?: { nodes?: PlanNode[] };
};

export type JobVertex = {
  id: string;
  name: string;
  parallelism: number;
  status: string;
  tasks?: Record<string, number>;
  metrics?: {
    'read-records'?: number;
    'read-records-complete'?: boolean;
    'write-records'?: number;
    'write-records-complete'?: boolean;
  };
};

export type PlanNode = {
  id: string;
  inputs?: Array<{ id: string; ship_strategy?: string }>;
};

/** One entry of `GET /jobs/:id/checkpoints`. */
export type CheckpointEntry = {
  id: number;
  status: string;
  is_savepoint: boolean;
  trigger_timestamp: number;
  state_size?: number;
  checkpointed_size?: number;
  end_to_end_duration?: number;
  latest_ack_timestamp?: number;
  external_path?: string;
  discarded?: boolean;
  failure_timestamp?: number;
  failure_message?: string;
};

/** `GET /jobs/:id/checkpoints`. */
export type CheckpointingStatistics = {
  counts?: { completed?: number; failed?: number; in_progress?: number };
  latest?: {
    completed?: CheckpointEntry | null;
    savepoint?: CheckpointEntry | null;
    failed?: CheckpointEntry | null;
    restored?: {
      id: number;
      is_savepoint: boolean;
      external_path?: string;
    } | null;
  };
  history?: CheckpointEntry[];
};

/** One entry of `exceptionHistory` in `GET /jobs/:id/exceptions`. */
export type ExceptionEntry = {
  exceptionName?: string;
  stacktrace?: string;
  timestamp?: number;
  taskName?: string | null;
  /** 2.x and late 1.x; earlier `location`. */
  endpoint?: string | null;
  location?: string | null;
};

/** `GET /jobs/:id/exceptions`; the first two only before 2.0. */
export type JobExceptions = {
  'root-exception'?: string | null;
  timestamp?: number | null;
  exceptionHistory?: { entries?: ExceptionEntry[] };
};

/** `GET /jobs/:id/savepoints/:triggerid`. */
export type SavepointProgress = {
  status?: { id?: string };
  operation?: {
    location?: string;
    'failure-cause'?: { class?: string; 'stack-trace'?: string };
  };
};

/** `GET /jars`. */
export type JarList = { files?: Array<{ id: string; name: string }> };

/** One metric; numbers come as strings, sums and maxima as numbers or "NaN". */
export type MetricAnswer = {
  id: string;
  value?: string;
  sum?: number | string;
  max?: number | string;
  min?: number | string;
};
