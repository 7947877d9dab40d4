import type { ParsedScript, ParsedStatement } from '../ast';
import type { SqlStatement } from '../splitStatements';
import { splitStatements } from '../splitStatements';
import { Cursor } from './Cursor';
import { readStatement } from './statement';

/**
 * Reads a script into a tree per statement. Never throws, in time linear in the
 * length: what is not understood becomes an Unknown… node and a problem, and
 * the rest is read on. A statement has one problem at most, as Flink names the
 * first only (the statements of a `BEGIN STATEMENT SET; … END` one each).
 *
 * @public
 */
export function parseScript(script: string): ParsedScript {
  const statements = splitStatements(script).map(parseStatement);
  return {
    statements,
    problems: statements.flatMap(statement => statement.problems),
  };
}

/** Reads one statement of {@link splitStatements}. @public */
export function parseStatement(statement: SqlStatement): ParsedStatement {
  const { kind, tokens, start, end } = statement;
  const cursor = new Cursor(tokens, start, end);
  const node = readStatement(cursor);
  return { kind, span: { start, end }, node, problems: cursor.problems };
}
