import type { ColumnEdge } from './ColumnEdge';
import type { KnownTable } from './KnownTable';
import type { TablePath } from './TablePath';
import type { TextSpan } from './TextSpan';

/**
 * What one statement reads and writes. The INSERTs of a statement set are one
 * statement with it: they run as one job.
 *
 * @public
 */
export type StatementLineage = {
  /** As `splitStatements` counts, from 1. */
  index: number;
  /** A {@link StatementKind}. */
  kind: string;
  span: TextSpan;
  /** Tables read, views resolved to what they read; sorted by name. */
  inputs: TablePath[];
  /**
   * Of `inputs` those that are only read by lookup joins (`FOR SYSTEM_TIME AS OF`
   * a processing-time attribute): asked for the rows of a key, never scanned.
   * Absent: none is known to be.
   */
  lookups?: TablePath[];
  /** Tables and views written or defined; sorted by name. */
  outputs: TablePath[];
  edges: ColumnEdge[];
  /**
   * `SELECT *` over tables of unknown columns: all columns of the source go
   * unchanged into the target, nobody can say which they are.
   */
  wholeCopies: { source: TablePath; target: TablePath; span: TextSpan }[];
};

/**
 * `error`: Flink would refuse the script or something of it could not be read.
 * `warning`: lineage may miss something here, the message says what.
 *
 * @public
 */
export type LineageProblem = {
  severity: 'error' | 'warning';
  message: string;
  /** As {@link StatementLineage}'s `index`. */
  statement: number;
  span: TextSpan;
};

/** @public */
export type ScriptLineage = {
  /** Those that read or write tables. */
  statements: StatementLineage[];
  /** Every table that is read or written, with what is known of it. */
  tables: KnownTable[];
  /** In the order of the script. */
  problems: LineageProblem[];
};
