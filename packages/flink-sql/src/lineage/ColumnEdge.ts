import type { TablePath } from './TablePath';
import type { TextSpan } from './TextSpan';

/** OpenLineage's words for what happens on the way; see {@link ColumnEdge}. @public */
export type EdgeSubtype =
  | 'IDENTITY'
  | 'TRANSFORMATION'
  | 'AGGREGATION'
  | 'JOIN'
  | 'FILTER'
  | 'GROUP_BY'
  | 'SORT'
  | 'WINDOW'
  | 'CONDITIONAL';

/**
 * How a column of a table that is read gets into a table that is written, views
 * and common tables in between resolved.
 *
 * DIRECT: the value itself, `IDENTITY` (unchanged, perhaps renamed), `AGGREGATION`
 * (of several rows) or `TRANSFORMATION` (anything else): the strongest on the way,
 * in the order AGGREGATION, TRANSFORMATION, IDENTITY. One edge per pair of columns.
 *
 * INDIRECT: decides about rows or values without being in them. `target.column` is
 * absent where it decides about whole rows; CONDITIONAL and WINDOW name the column
 * whose value they decide about, where there is one. One edge per source column,
 * target and subtype.
 *
 * @public
 */
export type ColumnEdge = {
  /** A field of a row is written `column.field`. */
  source: { table: TablePath; column: string };
  target: { table: TablePath; column?: string };
  type: 'DIRECT' | 'INDIRECT';
  subtype: EdgeSubtype;
  /** Only hashes of the source arrive. */
  masking?: boolean;
  /** The SQL of the script that does it. */
  span: TextSpan;
};
