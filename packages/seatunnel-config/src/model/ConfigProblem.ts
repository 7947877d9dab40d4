/**
 * Something wrong with a job: what, where, and what to do. Has the shape of a
 * `DefinitionProblem` of data-jobs.
 *
 * @public
 */
export type ConfigProblem = {
  /** SeaTunnel refuses or misreads errors; it takes warnings. */
  severity: 'error' | 'warning';
  message: string;
  remedy?: string;
  /** `sink[0].Jdbc.url`, `env.job.mode`. */
  field?: string;
  /** Position in the text, from 1. */
  line?: number;
  column?: number;
};

/** A place in a text; both count from 1. @public */
export type Position = { line: number; column: number };
