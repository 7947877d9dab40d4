import type { ParsedStatement } from '../ast';
import type { SqlStatement } from '../splitStatements';
import { Cursor } from './Cursor';
import { readStatement } from './statement';

/** Reads one statement of {@link splitStatements}. @public */
export function parseStatement(statement: SqlStatement): ParsedStatement {
  const { kind, tokens, start, end } = statement;
  const cursor = new Cursor(tokens, start, end);
  const node = readStatement(cursor);
  return { kind, span: { start, end }, node, problems: cursor.problems };
}
