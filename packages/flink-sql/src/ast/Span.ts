/** Where something stands in the script: UTF-16 offsets from 0, `end` after it. @public */
export type Span = { start: number; end: number };
