import { JobMetric } from './JobInsight';

/**
 * The series that are kept of a job, with unit and kind: a `counter` only
 * grows while a run goes on, a `gauge` goes up and down. A job has the series
 * that its engine offers; the others are absent, never zero.
 *
 * @public
 */
export const METRIC_SERIES = {
  /** Records that came out of the sources. */
  recordsRead: { unit: 'records', kind: 'counter' },
  /** Records that the sinks took. */
  recordsWritten: { unit: 'records', kind: 'counter' },
  recordsReadRate: { unit: 'records/s', kind: 'gauge' },
  recordsWrittenRate: { unit: 'records/s', kind: 'gauge' },
  bytesRead: { unit: 'bytes', kind: 'counter' },
  bytesWritten: { unit: 'bytes', kind: 'counter' },
  bytesReadRate: { unit: 'bytes/s', kind: 'gauge' },
  bytesWrittenRate: { unit: 'bytes/s', kind: 'gauge' },
  /** Share of time the busiest task works, 0 to 1. */
  busy: { unit: 'ratio', kind: 'gauge' },
  /** Share of time the most blocked task waits for those after it, 0 to 1. */
  backpressured: { unit: 'ratio', kind: 'gauge' },
  checkpointDuration: { unit: 'ms', kind: 'gauge' },
  checkpointSize: { unit: 'bytes', kind: 'gauge' },
  /** Checkpoints and savepoints of the present run that got done. */
  checkpointsCompleted: { unit: 'count', kind: 'counter' },
  checkpointsFailed: { unit: 'count', kind: 'counter' },
  /** Records that wait at the sources, where these can tell. */
  sourceLag: { unit: 'records', kind: 'gauge' },
  /** Restarts of the present run by the engine. */
  restarts: { unit: 'count', kind: 'counter' },
} as const satisfies Record<
  string,
  { unit: NonNullable<JobMetric['unit']>; kind: 'counter' | 'gauge' }
>;

/** A key of {@link METRIC_SERIES}. @public */
export type MetricSeriesName = keyof typeof METRIC_SERIES;

/** Some series at one moment. @public */
export type MetricSample = Partial<Record<MetricSeriesName, number>>;

/** One series on the time axis of its history. @public */
export type MetricSeries = {
  name: MetricSeriesName;
  unit: NonNullable<JobMetric['unit']>;
  /** One per entry of `times`; `null`: nobody looked, or it was not offered. */
  values: Array<number | null>;
};

/** Something that happened on the time axis. @public */
export type MetricMark = {
  /** ISO 8601, UTC. */
  at: string;
  /** `run`: a new incarnation; `restart`: the engine restarted the job. */
  kind: 'operation' | 'run' | 'restart';
  /** Operations: the verb and how it ended. */
  verb?: string;
  state?: string;
  operationId?: string;
  by?: string;
  /** Runs: the version that was submitted. */
  version?: number;
};

/**
 * What was measured of a deployment between two times, over all its runs.
 *
 * @public
 */
export type MetricHistory = {
  /** ISO 8601, UTC. */
  from: string;
  to: string;
  /** Distance of `times` in milliseconds: as asked, or coarser where less is known. */
  stepMs: number;
  /** Milliseconds since 1970, each `stepMs` after the one before. */
  times: number[];
  series: MetricSeries[];
  /** Oldest first. */
  marks: MetricMark[];
  /** When the newest sample was taken; absent before the first. */
  observedAt?: string;
};

/**
 * Which part of the history. Default: the last hour, in at most 240 steps.
 *
 * @public
 */
export type MetricHistoryQuery = {
  /** ISO 8601. Default: an hour before `to`. */
  from?: string;
  /** ISO 8601. Default: now. */
  to?: string;
  /** Seconds. Default: as fits. At most 1000 steps are answered. */
  step?: number;
};
