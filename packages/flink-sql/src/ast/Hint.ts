import type { Span } from './Span';
import type { TableOption } from './TableOption';

/** One hint of a hint comment, as in `OPTIONS(…)`. @public */
export type Hint = {
  kind: 'Hint';
  /** As written: `OPTIONS`, `BROADCAST`, `STATE_TTL`. */
  name: string;
  /** `'key' = 'value'` pairs. */
  options: TableOption[];
  /** Names, strings and numbers without a key; strings unquoted. */
  values: string[];
  span: Span;
};
