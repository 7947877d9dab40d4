import type { Span } from './Span';

/** Something in a script that is wrong or not understood. @public */
export type Problem = {
  severity: 'error' | 'warning';
  message: string;
  /**
   * The first token that does not fit; the statement's last letter where
   * something is missing at its end.
   */
  span: Span;
};
