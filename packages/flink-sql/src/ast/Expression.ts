import type { DataType } from './DataType';
import type { DefaultValue, FunctionCall } from './FunctionCall';
import type { Identifier } from './Identifier';
import type { Query } from './Query';
import type { Span } from './Span';

/** Anything that has a value. @public */
export type Expression =
  | ColumnReference
  | Star
  | Literal
  | IntervalLiteral
  | Keyword
  | DynamicParameter
  | Placeholder
  | Unary
  | Binary
  | IsTest
  | Between
  | Like
  | In
  | Quantified
  | Exists
  | Subquery
  | Case
  | Cast
  | FunctionCall
  | Row
  | Collection
  | Subscript
  | FieldAccess
  | DefaultValue
  | UnknownExpression;

/**
 * `a`, `t.a`, `t.a.nested`. Functions without parentheses, such as CURRENT_DATE,
 * are `FunctionCall`s and not this.
 *
 * @public
 */
export type ColumnReference = {
  kind: 'ColumnReference';
  /** At least one. */
  parts: Identifier[];
  span: Span;
};

/** `*` or `t.*`, in a SELECT list or as the argument of COUNT. @public */
export type Star = {
  kind: 'Star';
  /** The names before `.*`. */
  qualifier: Identifier[];
  span: Span;
};

/** `1.5`, `'text'`, `TRUE`, `NULL`, `DATE '2020-01-01'`. @public */
export type Literal = {
  kind: 'Literal';
  type:
    | 'number'
    | 'string'
    | 'binary'
    | 'boolean'
    | 'null'
    | 'date'
    | 'time'
    | 'timestamp';
  /** The content: strings without quotes, numbers and words as written. */
  value: string;
  span: Span;
};

/** `INTERVAL '1' DAY`, `INTERVAL '1-2' YEAR TO MONTH`, `INTERVAL x HOUR`. @public */
export type IntervalLiteral = {
  kind: 'IntervalLiteral';
  value: Expression;
  /** Upper case, as written: `DAY`, `DAY TO SECOND`. */
  unit: string;
  span: Span;
};

/** A word that is an argument and no name: `DAY`, `BOTH`, `NULL ON ERROR`. @public */
export type Keyword = { kind: 'Keyword'; word: string; span: Span };

/** `?` @public */
export type DynamicParameter = { kind: 'DynamicParameter'; span: Span };

/** `${…}` of Datalark. @public */
export type Placeholder = { kind: 'Placeholder'; name: string; span: Span };

/** `NOT`, `-`, `+`, `PRIOR`, `NEXT VALUE FOR`… @public */
export type Unary = {
  kind: 'Unary';
  operator: string;
  operand: Expression;
  span: Span;
};

/** Operators of two sides; words in upper case, `!=` as written. @public */
export type Binary = {
  kind: 'Binary';
  operator: string;
  left: Expression;
  right: Expression;
  span: Span;
};

/** `x IS NOT NULL`, `x IS JSON OBJECT`, …; `test` holds the words after IS. @public */
export type IsTest = {
  kind: 'IsTest';
  operand: Expression;
  /** Upper case with single blanks. */
  test: string;
  span: Span;
};

/** `x BETWEEN low AND high`. @public */
export type Between = {
  kind: 'Between';
  operand: Expression;
  negated: boolean;
  symmetric: boolean;
  low: Expression;
  high: Expression;
  span: Span;
};

/** `x NOT LIKE 'a%' ESCAPE '!'` and its kin. @public */
export type Like = {
  kind: 'Like';
  operator: 'LIKE' | 'ILIKE' | 'RLIKE' | 'SIMILAR TO';
  operand: Expression;
  negated: boolean;
  pattern: Expression;
  escape?: Expression;
  span: Span;
};

/** `x IN (…)`: `list`, or `query`. @public */
export type In = {
  kind: 'In';
  operand: Expression;
  negated: boolean;
  list?: Expression[];
  query?: Query;
  span: Span;
};

/** `x > ALL (…)`. @public */
export type Quantified = {
  kind: 'Quantified';
  operand: Expression;
  operator: string;
  quantifier: 'ALL' | 'ANY' | 'SOME';
  list?: Expression[];
  query?: Query;
  span: Span;
};

/** `EXISTS (…)`, `UNIQUE (…)`. @public */
export type Exists = {
  kind: 'Exists';
  operator: 'EXISTS' | 'UNIQUE';
  query: Query;
  span: Span;
};

/** A query in parentheses that stands for its value. @public */
export type Subquery = { kind: 'Subquery'; query: Query; span: Span };

/** `CASE WHEN a THEN b ELSE c END`. @public */
export type Case = {
  kind: 'Case';
  operand?: Expression;
  branches: CaseBranch[];
  otherwise?: Expression;
  span: Span;
};

/** `WHEN a, b THEN c`; more than one `when` only after an operand. @public */
export type CaseBranch = {
  kind: 'CaseBranch';
  when: Expression[];
  result: Expression;
  span: Span;
};

/** `CAST(x AS t)`, `TRY_CAST(x AS t)`, `SAFE_CAST(x AS t)`. @public */
export type Cast = {
  kind: 'Cast';
  operand: Expression;
  type: DataType;
  /** TRY_CAST, SAFE_CAST: NULL where it fails. */
  safe: boolean;
  span: Span;
};

/** `ROW(a, b)` or `(a, b)`. @public */
export type Row = {
  kind: 'Row';
  /** With the word ROW. */
  explicit: boolean;
  fields: Expression[];
  span: Span;
};

/** `ARRAY[…]`, `MAP['k', v, …]`, `MULTISET[…]`, or from a query: `ARRAY(SELECT …)`. @public */
export type Collection = {
  kind: 'Collection';
  type: 'ARRAY' | 'MAP' | 'MULTISET';
  /** For MAP keys and values in turn. */
  elements: Expression[];
  query?: Query;
  span: Span;
};

/** `a[1]`, `m['k']`, `v['field']`. @public */
export type Subscript = {
  kind: 'Subscript';
  operand: Expression;
  index: Expression;
  span: Span;
};

/** `(e).field`, `f(x).field`, `a[1].field`; `a.b.c` is a ColumnReference. @public */
export type FieldAccess = {
  kind: 'FieldAccess';
  operand: Expression;
  /** A `Star` for `(e).*`. */
  field: Identifier | Star;
  span: Span;
};

/** Text where a value should stand and none was understood. @public */
export type UnknownExpression = { kind: 'UnknownExpression'; span: Span };
