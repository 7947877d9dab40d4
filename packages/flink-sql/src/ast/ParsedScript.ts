import type { StatementKind } from '../StatementKind';
import type { Problem } from './Problem';
import type { Span } from './Span';
import type { Statement } from './Statement';

/** A script as read. @public */
export type ParsedScript = {
  statements: ParsedStatement[];
  /** Of all statements, sorted by place. */
  problems: Problem[];
};

/** One statement, whatever its state. @public */
export type ParsedStatement = {
  /** From its first words, also where the rest was not understood. */
  kind: StatementKind;
  /** From its first to its last token, without the semicolon. */
  span: Span;
  node: Statement;
  /** Empty when every token was understood. */
  problems: Problem[];
};
