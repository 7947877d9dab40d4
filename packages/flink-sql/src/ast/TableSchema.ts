import type { DataType } from './DataType';
import type { Expression } from './Expression';
import type { Identifier, Path } from './Identifier';
import type { Span } from './Span';

/** What stands in the parentheses of CREATE TABLE and of ALTER TABLE ADD. @public */
export type TableSchema = {
  kind: 'TableSchema';
  columns: ColumnDefinition[];
  watermarks: WatermarkDefinition[];
  constraints: Constraint[];
  span: Span;
};

/** A column of a schema; told apart by `kind`. @public */
export type ColumnDefinition =
  | PhysicalColumn
  | ComputedColumn
  | MetadataColumn
  | NamedColumn;

/** What every column of a definition has. @public */
export type ColumnBase = {
  /** More than one part for a nested field, in ALTER TABLE. */
  path: Identifier[];
  /** The last part. */
  name: Identifier;
  comment?: string;
  /** FIRST or AFTER a column, in ALTER TABLE. */
  position?: 'FIRST' | { after: Identifier[] };
  span: Span;
};

/** `c TYPE`, with what may follow. @public */
export type PhysicalColumn = ColumnBase & {
  kind: 'PhysicalColumn';
  type: DataType;
  /** PRIMARY KEY or UNIQUE written at the column. */
  constraint?: Constraint;
};

/** `c AS expression`. @public */
export type ComputedColumn = ColumnBase & {
  kind: 'ComputedColumn';
  expression: Expression;
};

/** `c TYPE METADATA FROM 'key' VIRTUAL`. @public */
export type MetadataColumn = ColumnBase & {
  kind: 'MetadataColumn';
  type: DataType;
  /** The key of FROM; the column's name when undefined. */
  from?: string;
  virtual: boolean;
};

/** A column without a type, as in CREATE TABLE … (a, b) AS SELECT. @public */
export type NamedColumn = ColumnBase & { kind: 'NamedColumn' };

/** `WATERMARK FOR column AS expression`. @public */
export type WatermarkDefinition = {
  kind: 'WatermarkDefinition';
  column: Identifier[];
  expression: Expression;
  span: Span;
};

/** `PRIMARY KEY (a) NOT ENFORCED`; where it is written at a column, that one column. @public */
export type Constraint = {
  kind: 'Constraint';
  name?: Identifier;
  type: 'PRIMARY KEY' | 'UNIQUE';
  columns: Identifier[];
  enforced?: boolean;
  span: Span;
};

/** `DISTRIBUTED BY HASH(a) INTO 4 BUCKETS`. @public */
export type Distribution = {
  kind: 'Distribution';
  type?: 'HASH' | 'RANGE';
  columns: Identifier[];
  buckets?: number;
  span: Span;
};

/** `LIKE t (INCLUDING ALL …)`. @public */
export type LikeClause = {
  kind: 'LikeClause';
  table: Path;
  /** `INCLUDING ALL`, `OVERWRITING OPTIONS`, … in upper case. */
  rules: string[];
  span: Span;
};
