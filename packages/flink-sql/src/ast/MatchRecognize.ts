import type { Expression } from './Expression';
import type { Identifier } from './Identifier';
import type { OrderItem, SelectItem } from './Query';
import type { Span } from './Span';
import type { TableAlias, TableReference } from './TableReference';

/** `t MATCH_RECOGNIZE (…)`: rows that match a pattern. @public */
export type MatchRecognize = {
  kind: 'MatchRecognize';
  input: TableReference;
  partitionBy: Expression[];
  orderBy: OrderItem[];
  /** Each with an alias. */
  measures: SelectItem[];
  rowsPerMatch?: 'ONE' | 'ALL';
  /** The words of AFTER MATCH SKIP …. */
  afterMatch?: Span;
  /** The pattern's text. */
  pattern?: Span;
  /** Pattern variables in the order of the pattern, each once. */
  variables: Identifier[];
  /** `WITHIN INTERVAL …`. */
  within?: Expression;
  subsets: PatternSubset[];
  define: PatternDefinition[];
  alias?: TableAlias;
  span: Span;
};

/** `S = (A, B)`. @public */
export type PatternSubset = {
  kind: 'PatternSubset';
  name: Identifier;
  variables: Identifier[];
  span: Span;
};

/** `A AS A.price > 1`. @public */
export type PatternDefinition = {
  kind: 'PatternDefinition';
  name: Identifier;
  condition: Expression;
  span: Span;
};
