/**
 * Something wrong with a definition: what, where, and what to do.
 *
 * @public
 */
export type DefinitionProblem = {
  severity: 'error' | 'warning';
  /** A sentence; for SQL that Flink refused, Flink's own. */
  message: string;
  /** What to do about it. */
  remedy?: string;
  /** Where: `spec.parallelism`, `sink[0].url`, `definition.sql`. */
  field?: string;
  /** Number of the SQL statement, from 1. */
  statement?: number;
  /** Position in the whole text, from 1. */
  line?: number;
  column?: number;
};
