import type { Identifier, Path } from './Identifier';
import type { Span } from './Span';

/** A type as written. @public */
export type DataType = {
  kind: 'DataType';
  /**
   * Upper case with single blanks: `BIGINT`, `TIMESTAMP WITH LOCAL TIME ZONE`,
   * `ROW`, `ARRAY`, `MAP`, `MULTISET`, `RAW`, `STRUCTURED`, …; `''` for a type
   * that only has a path.
   */
  name: string;
  /** For types of a catalog: `cat.db.MyType`. */
  path?: Path;
  /** Length, precision, scale; RAW's and STRUCTURED's strings, unquoted. */
  parameters: string[];
  /** Of ARRAY (one), MULTISET (one), MAP (key, value). */
  elements: DataType[];
  /** Of ROW and STRUCTURED. */
  fields: TypeField[];
  /** False for NOT NULL, undefined when nothing is said. */
  nullable?: boolean;
  span: Span;
};

/** A field of a row type. @public */
export type TypeField = {
  kind: 'TypeField';
  name: Identifier;
  type: DataType;
  comment?: string;
  span: Span;
};
