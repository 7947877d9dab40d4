import type { ConfigProblem, Position } from '../model/ConfigProblem';
import type { DatasetAddress } from './DatasetAddress';

/** A dataset that a block of a job reads or writes. @public */
export type JobDataset = {
  /** The block: `source[0].Jdbc`. */
  block: string;
  /** Absent where the configuration does not tell; then a problem says why. */
  address?: DatasetAddress;
  /** The table's path as SeaTunnel has it: database, schema, table. */
  tablePath: string[];
  /** Columns where all of them are known. */
  columns?: JobColumn[];
};

/** A column, with its type as it is written in a schema. @public */
export type JobColumn = { name: string; type?: string };

/** OpenLineage's words for what happens on the way. @public */
export type JobEdgeSubtype =
  | 'IDENTITY'
  | 'TRANSFORMATION'
  | 'AGGREGATION'
  | 'JOIN'
  | 'FILTER'
  | 'GROUP_BY'
  | 'SORT'
  | 'CONDITIONAL';

/**
 * How a column of a dataset that is read gets into one that is written.
 *
 * DIRECT: the value itself. Without `source.column`: columns whose names are
 * unknown; without `target.column` too: IDENTITY each under its own name, else
 * nobody knows under which. INDIRECT: the column decides about rows (no
 * `target.column`) or about a value.
 *
 * @public
 */
export type JobColumnEdge = {
  source: { dataset: JobDataset; column?: string };
  target: { dataset: JobDataset; column?: string };
  type: 'DIRECT' | 'INDIRECT';
  subtype: JobEdgeSubtype;
  /** The original value cannot be seen in the target. */
  masking?: boolean;
  /** Index of the sink, from 0. */
  sink: number;
  /** The option that does it: `transform[0].Sql.query`; absent for plain passing on. */
  field?: string;
  /** Where that option stands, when positions were given. */
  span?: Position;
};

/** Rows get from one dataset into another. @public */
export type JobTableEdge = {
  source: JobDataset;
  target: JobDataset;
  sink: number;
};

/** What a job reads, writes, and how they hang together. @public */
export type JobLineage = {
  reads: JobDataset[];
  writes: JobDataset[];
  columnEdges: JobColumnEdge[];
  tableEdges: JobTableEdge[];
  /** What could not be made out, and what is wrong. */
  problems: ConfigProblem[];
};
