import type { Span } from './Span';

/** `'key' = 'value'`, both unquoted. @public */
export type TableOption = {
  kind: 'TableOption';
  key: string;
  value: string;
  keySpan: Span;
  valueSpan: Span;
  span: Span;
};
