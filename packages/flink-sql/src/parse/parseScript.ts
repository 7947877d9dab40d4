import type { ParsedScript } from '../ast';
import { tokenize } from '../tokenize';
import { parseTokens } from './parseTokens';

/**
 * Reads a script into a tree per statement. Never throws, in time linear in the
 * length: what is not understood becomes an Unknown… node and a problem, and
 * the rest is read on. A statement has one problem at most, as Flink names the
 * first only (the statements of a `BEGIN STATEMENT SET; … END` one each).
 *
 * @public
 */
export function parseScript(script: string): ParsedScript {
  const statements = parseTokens(script, tokenize(script));
  return {
    statements,
    problems: statements.flatMap(statement => statement.problems),
  };
}
