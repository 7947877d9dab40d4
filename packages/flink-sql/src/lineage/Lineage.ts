import type { Span } from '../ast';
import type { CatalogTable } from './CatalogTable';
import type { EdgeSubtype } from './ColumnEdge';

/** What is done to a value, from the weakest to the strongest. */
export const IDENTITY = 0;
export const TRANSFORMATION = 1;
export const AGGREGATION = 2;

/** A column of a table that a value is made of. */
export type Source = {
  table: CatalogTable;
  /** Dotted for a field of a row. */
  column: string;
  strength: number;
  masking: boolean;
  /** Undefined until something in the statement refers to it. */
  span?: Span;
};

/** A column of a table that decides about values or rows. */
export type Influence = {
  table: CatalogTable;
  column: string;
  subtype: EdgeSubtype;
  /** Among the influences on rows: written for a value, which may be left out. */
  ofValue?: boolean;
  span?: Span;
};

/** Where a value comes from. */
export type Lineage = { sources: Source[]; influences: Influence[] };

export const NO_LINEAGE: Lineage = { sources: [], influences: [] };

/** The same with a place for what has none yet: it was read by `span`. */
export function locatedAt(lineage: Lineage, span: Span): Lineage {
  const { sources, influences } = lineage;
  if (sources.every(s => s.span) && influences.every(i => i.span))
    return lineage;
  return {
    sources: sources.map(source =>
      source.span ? source : { ...source, span },
    ),
    influences: influences.map(i => (i.span ? i : { ...i, span })),
  };
}

/** The same without places: those of a view's query say nothing about its reader. */
export function withoutPlaces({ sources, influences }: Lineage): Lineage {
  return {
    sources: sources.map(source => ({ ...source, span: undefined })),
    influences: influences.map(i => ({ ...i, span: undefined })),
  };
}
