import type { SqlStatement } from './splitStatements';

/**
 * Where in the script something is whose place in the statement's own text is
 * known. All numbers count from 1, as in Flink's messages; a place before the
 * text, such as Flink's line 0, becomes its start.
 *
 * @public
 */
export function positionInScript(
  statement: Pick<SqlStatement, 'line' | 'column'>,
  place: { line: number; column: number },
): { line: number; column: number } {
  const { line, column } = statement;
  if (place.line < 1) return { line, column };
  return place.line === 1
    ? { line, column: column + Math.max(1, place.column) - 1 }
    : { line: line + place.line - 1, column: Math.max(1, place.column) };
}
