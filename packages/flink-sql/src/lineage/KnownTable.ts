import type { TablePath } from './TablePath';

/** A column of a table, in the order of the table. @public */
export type KnownColumn = {
  name: string;
  /** As written in SQL. */
  type?: string;
  /** `physical` when undefined. */
  kind?: 'physical' | 'metadata' | 'computed';
  /** A metadata column that cannot be written. */
  virtual?: boolean;
};

/**
 * What is known of a table before a script runs, or after what the script says.
 * `columns` is undefined when nobody says which there are.
 *
 * @public
 */
export type KnownTable = {
  path: TablePath;
  columns?: KnownColumn[];
  /** The options of WITH, as written. */
  options?: Record<string, string>;
  /** The options of its catalog, where CREATE CATALOG is known. */
  catalogOptions?: Record<string, string>;
  kind?: 'table' | 'view' | 'materialized-table' | 'model';
};
