import type { Expression } from './Expression';
import type { Identifier, Path } from './Identifier';
import type { OrderItem, Query } from './Query';
import type { Span } from './Span';
import type { NamedWindow, WindowSpec } from './WindowSpec';

/**
 * A call of a function: scalar, aggregate, table valued or a process table
 * function. What has a grammar of its own is one too, its values in their order:
 * `EXTRACT(DAY FROM x)` has the arguments Keyword DAY and `x`,
 * `JSON_VALUE(x, '$.a' RETURNING INT NULL ON EMPTY)` has `x`, `'$.a'` and its
 * other words as `modifiers`.
 *
 * @public
 */
export type FunctionCall = {
  kind: 'FunctionCall';
  /** One to three parts. */
  name: Identifier[];
  args: Argument[];
  /** False for `CURRENT_DATE` and its like. */
  parentheses: boolean;
  /** `COUNT(DISTINCT x)`. */
  distinct: boolean;
  /** `LISTAGG(x ORDER BY y)` */
  orderBy: OrderItem[];
  /** `WITHIN GROUP (ORDER BY …)`. */
  withinGroup: OrderItem[];
  /** `FILTER (WHERE …)`. */
  filter?: Expression;
  /** `IGNORE NULLS`. */
  nulls?: 'IGNORE' | 'RESPECT';
  over?: WindowSpec | NamedWindow;
  /** Words of JSON functions: `RETURNING INT`, `NULL ON EMPTY`, `ABSENT ON NULL`. */
  modifiers: Expression[];
  span: Span;
};

/** One argument of a call, named or by its place. @public */
export type Argument = {
  kind: 'Argument';
  /** Of `name => value`. */
  name?: Identifier;
  value: ArgumentValue;
  span: Span;
};

/** What an argument may be: a value, a table, a model, a list of columns. @public */
export type ArgumentValue =
  | Expression
  | TableArgument
  | ModelArgument
  | Descriptor;

/** `TABLE t PARTITION BY k ORDER BY ts`, `(SELECT …) PARTITION BY k`. @public */
export type TableArgument = {
  kind: 'TableArgument';
  /** Either a table's name … */
  table?: Path;
  /** … or a query. */
  query?: Query;
  partitionBy: Expression[];
  orderBy: OrderItem[];
  span: Span;
};

/** `MODEL m`. @public */
export type ModelArgument = { kind: 'ModelArgument'; model: Path; span: Span };

/** `DESCRIPTOR(a, b)`. @public */
export type Descriptor = {
  kind: 'Descriptor';
  columns: Identifier[];
  span: Span;
};

/** `DEFAULT` as an argument or as a value of INSERT. @public */
export type DefaultValue = { kind: 'DefaultValue'; span: Span };
