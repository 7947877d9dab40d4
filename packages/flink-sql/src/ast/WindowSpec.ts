import type { Expression } from './Expression';
import type { Identifier } from './Identifier';
import type { OrderItem } from './Query';
import type { Span } from './Span';

/** What stands in OVER's and WINDOW's parentheses. @public */
export type WindowSpec = {
  kind: 'WindowSpec';
  /** A named window that this one extends. */
  base?: Identifier;
  partitionBy: Expression[];
  orderBy: OrderItem[];
  frame?: WindowFrame;
  span: Span;
};

/** `OVER w`. @public */
export type NamedWindow = { kind: 'NamedWindow'; name: Identifier; span: Span };

/** `ROWS BETWEEN … AND …`. @public */
export type WindowFrame = {
  kind: 'WindowFrame';
  unit: 'ROWS' | 'RANGE';
  from: FrameBound;
  to?: FrameBound;
  span: Span;
};

/** `UNBOUNDED PRECEDING`, `CURRENT ROW`, `3 FOLLOWING`. @public */
export type FrameBound = {
  kind: 'FrameBound';
  type: 'CURRENT ROW' | 'PRECEDING' | 'FOLLOWING';
  /** Undefined for UNBOUNDED and CURRENT ROW. */
  value?: Expression;
  span: Span;
};

/** `WINDOW w AS (…)`. @public */
export type WindowDefinition = {
  kind: 'WindowDefinition';
  name: Identifier;
  window: WindowSpec;
  span: Span;
};
