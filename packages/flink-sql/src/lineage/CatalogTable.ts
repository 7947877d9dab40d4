import type { DataType } from '../ast';
import type { KnownColumn, KnownTable } from './KnownTable';
import type { Relation } from './Relation';
import type { TablePath } from './TablePath';

/** A column with its type as read, where the script says it. */
export type CatalogColumn = KnownColumn & {
  dataType?: DataType;
  /** A processing-time attribute: `AS PROCTIME()`. */
  isProcessingTime?: boolean;
};

/** A table, view or model as the session sees it; one object per table. */
export type CatalogTable = {
  /** Unique in one run: tells apart what has the same path at different times. */
  id: number;
  path: TablePath;
  /** The full name. */
  name: string;
  columns?: CatalogColumn[];
  options?: Record<string, string>;
  catalogOptions?: Record<string, string>;
  kind: NonNullable<KnownTable['kind']>;
  /** Of a view whose query is known: what it is made of. */
  view?: {
    relation: Relation;
    inputs: Set<CatalogTable>;
    /** Of those the ones that are only looked up. */
    lookups: Set<CatalogTable>;
  };
  /** Of a model: what it adds to the rows that it gets. */
  outputs?: CatalogColumn[];
};

/** Those that INSERT without a list of columns writes, in their order. */
export function writableColumns(columns: CatalogColumn[]): CatalogColumn[] {
  return columns.filter(
    column => column.kind !== 'computed' && !column.virtual,
  );
}
