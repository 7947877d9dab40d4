import type { Expression } from './Expression';
import type { FunctionCall } from './FunctionCall';
import type { Hint } from './Hint';
import type { Identifier, Path } from './Identifier';
import type { MatchRecognize } from './MatchRecognize';
import type { Query } from './Query';
import type { Span } from './Span';

/** What FROM can hold. @public */
export type TableReference =
  | NamedTable
  | DerivedTable
  | FunctionTable
  | Unnest
  | Join
  | MatchRecognize
  | Pivot
  | UnknownTable;

/** `AS t (a, b)`. @public */
export type TableAlias = {
  kind: 'TableAlias';
  name: Identifier;
  columns?: Identifier[];
  span: Span;
};

/** A table, view or common table by its name. @public */
export type NamedTable = {
  kind: 'NamedTable';
  path: Path;
  hints: Hint[];
  /** `FOR SYSTEM_TIME AS OF …`: time travel, temporal and lookup joins. */
  asOf?: Expression;
  /** The words of TABLESAMPLE. */
  sample?: Span;
  alias?: TableAlias;
  span: Span;
};

/** A query in parentheses; `LATERAL (…)`. @public */
export type DerivedTable = {
  kind: 'DerivedTable';
  lateral: boolean;
  query: Query;
  asOf?: Expression;
  sample?: Span;
  alias?: TableAlias;
  span: Span;
};

/** `TABLE(f(…))`, `LATERAL TABLE(f(…))`, `TUMBLE(…)`, `ML_PREDICT(…)`. @public */
export type FunctionTable = {
  kind: 'FunctionTable';
  lateral: boolean;
  call: FunctionCall;
  asOf?: Expression;
  sample?: Span;
  alias?: TableAlias;
  span: Span;
};

/** `UNNEST(a) WITH ORDINALITY AS t (v, o)`. @public */
export type Unnest = {
  kind: 'Unnest';
  lateral: boolean;
  args: Expression[];
  ordinality: boolean;
  alias?: TableAlias;
  span: Span;
};

/** Two tables as one. Several joins lean left, as written. @public */
export type Join = {
  kind: 'Join';
  /** `comma` for `FROM a, b`; `cross` also for CROSS APPLY, `left` for OUTER APPLY. */
  type: 'inner' | 'left' | 'right' | 'full' | 'cross' | 'comma' | 'asof';
  natural: boolean;
  left: TableReference;
  right: TableReference;
  on?: Expression;
  using?: Identifier[];
  /** MATCH_CONDITION of an ASOF JOIN. */
  match?: Expression;
  span: Span;
};

/** `input PIVOT (…)`, `input UNPIVOT (…)`: Calcite's grammar, not Flink's planner. @public */
export type Pivot = {
  kind: 'Pivot';
  operator: 'PIVOT' | 'UNPIVOT';
  input: TableReference;
  /** Everything inside of the parentheses that has a value. */
  expressions: Expression[];
  alias?: TableAlias;
  span: Span;
};

/** Text where a table should stand and none was understood. @public */
export type UnknownTable = { kind: 'UnknownTable'; span: Span };
