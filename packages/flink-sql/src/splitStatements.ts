import { splitTokens } from './splitTokens';
import type { StatementHead } from './StatementKind';
import type { Token } from './Token';
import { tokenize } from './tokenize';

/** One statement of a script. @public */
export type SqlStatement = StatementHead & {
  /** From its first to its last token, without the semicolon. */
  text: string;
  /** Offsets in the script, from 0; `end` is after the last character. */
  start: number;
  end: number;
  /** Position of the first character, from 1, as Flink counts. */
  line: number;
  column: number;
  /** False when an END, a quote or the end of a comment is missing. */
  closed: boolean;
  /** The statements of a statement set, explained or compiled ones too. */
  inner: SqlStatement[];
  /** All tokens, comments and spaces included. */
  tokens: Token[];
};

/**
 * Splits a script at its semicolons. A statement set is one statement, in both
 * of its forms: `EXECUTE STATEMENT SET BEGIN … END` and
 * `BEGIN STATEMENT SET; … END`. Empty statements are left out. Never throws.
 *
 * @public
 */
export function splitStatements(script: string): SqlStatement[] {
  return splitTokens(script, tokenize(script), false);
}
