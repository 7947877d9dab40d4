import type { Expression, Row, Star } from './Expression';
import type { Hint } from './Hint';
import type { Identifier, Path } from './Identifier';
import type { Span } from './Span';
import type { TableReference } from './TableReference';
import type { WindowDefinition } from './WindowSpec';

/** A body with what stands around it: WITH, ORDER BY, LIMIT. @public */
export type Query = {
  kind: 'Query';
  recursive: boolean;
  with: CommonTable[];
  body: QueryBody;
  orderBy: OrderItem[];
  limit?: Expression;
  offset?: Expression;
  /** FETCH FIRST n ROWS ONLY. */
  fetch?: Expression;
  /** The whole text, without parentheses around it. */
  span: Span;
};

/** A query without WITH and sorting; a `Query` where it stands in parentheses. @public */
export type QueryBody =
  | Select
  | SetOperation
  | Values
  | ExplicitTable
  | Query
  | UnknownQuery;

/** `name (columns) AS (query)`. @public */
export type CommonTable = {
  kind: 'CommonTable';
  name: Identifier;
  columns?: Identifier[];
  query: Query;
  span: Span;
};

/** `SELECT …` up to QUALIFY. @public */
export type Select = {
  kind: 'Select';
  hints: Hint[];
  distinct: boolean;
  /** `SELECT STREAM`. */
  stream: boolean;
  items: SelectItem[];
  /** SELECT … INTO t of other engines. */
  into?: Path;
  from?: TableReference;
  where?: Expression;
  groupBy?: GroupBy;
  having?: Expression;
  windows: WindowDefinition[];
  qualify?: Expression;
  span: Span;
};

/** One value of SELECT or MEASURES. @public */
export type SelectItem = {
  kind: 'SelectItem';
  expression: Expression | Star;
  alias?: Identifier;
  span: Span;
};

/** `GROUP BY a, b`. @public */
export type GroupBy = {
  kind: 'GroupBy';
  distinct: boolean;
  items: GroupItem[];
  span: Span;
};

/** An expression, `()`, or a construct of several grouping sets. @public */
export type GroupItem = Expression | Row | GroupingConstruct;

/** `GROUPING SETS (…)`, `ROLLUP (…)`, `CUBE (…)`. @public */
export type GroupingConstruct = {
  kind: 'GroupingConstruct';
  type: 'GROUPING SETS' | 'ROLLUP' | 'CUBE';
  /** `()` is a Row without fields. */
  items: GroupItem[];
  span: Span;
};

/** Two queries as one; INTERSECT binds before the others. @public */
export type SetOperation = {
  kind: 'SetOperation';
  operator: 'UNION' | 'INTERSECT' | 'EXCEPT' | 'MINUS' | 'MULTISET UNION';
  all: boolean;
  left: QueryBody;
  right: QueryBody;
  span: Span;
};

/** `VALUES (1, 'a'), (2, 'b')`. @public */
export type Values = {
  kind: 'Values';
  /** `VALUES 1, 2` has rows of one field. */
  rows: ValuesRow[];
  span: Span;
};

/** One row of VALUES. @public */
export type ValuesRow = {
  kind: 'ValuesRow';
  /** `DefaultValue`s among them in INSERT. */
  values: Expression[];
  span: Span;
};

/** `TABLE t` as a query. @public */
export type ExplicitTable = { kind: 'ExplicitTable'; table: Path; span: Span };

/** Text where a query should stand and none was understood. @public */
export type UnknownQuery = { kind: 'UnknownQuery'; span: Span };

/** `a DESC NULLS LAST`. @public */
export type OrderItem = {
  kind: 'OrderItem';
  expression: Expression;
  direction?: 'ASC' | 'DESC';
  nulls?: 'FIRST' | 'LAST';
  span: Span;
};
