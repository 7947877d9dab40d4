import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';

/**
 * What a job runs, with variables and secrets in place. It may hold secrets:
 * never log, store or return it.
 *
 * @public
 */
export type ResolvedDefinition = {
  /** `spec.type`: flink-sql, flink-jar, seatunnel, … */
  type: string;
  /** `spec.definition`. */
  definition: JobSpec['definition'];
  /**
   * `spec.definition` as people wrote it, `${…}` in place: for checks of what
   * only shows there, such as secrets that are written out.
   */
  written?: JobSpec['definition'];
  processing: 'streaming' | 'batch';
  parallelism?: number;
  configuration: Record<string, string | number | boolean>;
  /** Local path of the jar, for `flink-jar` with an uploaded jar. */
  jarPath?: string;
};

/** Where a submission shall take its state from. @public */
export type RestorePoint = {
  location: string;
  /** Incarnation that wrote it. */
  engineJobId: string;
  allowNonRestoredState?: boolean;
};

/** One submission. @public */
export type JobSubmission = ResolvedDefinition & {
  /** Name that the engine shows: the entity's namespace unless it is `default` and its name, and the environment unless it is `default`. */
  jobName: string;
  /** From `allocateJobId`, stored before the first attempt. */
  engineJobId: string;
  restore?: RestorePoint;
  /** True when an earlier attempt with this id may have arrived. */
  isRetry: boolean;
};
