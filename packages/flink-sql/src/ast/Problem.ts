import type { Span } from './Span';

/** Something in a script that is wrong or not understood. @public */
export type Problem = {
  severity: 'error' | 'warning';
  message: string;
  /** The first token that does not fit; empty at the statement's end. */
  span: Span;
};
