import type { Merge, MergeAction } from '../ast';
import { readAssignments } from './changeStatement';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readHints } from './hint';
import { readInParentheses, readParts, readPath } from './identifier';
import { readValuesRow } from './query';
import { readAlias, readTable } from './tableReference';

/** MERGE INTO, which Flink's parser knows and its planner does not. */
export function readMerge(cursor: Cursor): Merge {
  const start = cursor.offset;
  cursor.expect('MERGE');
  if (!cursor.take('INTO')) cursor.report(cursor.here(), cursor.misfit('INTO'));
  const target = readPath(cursor, 'the name of a table');
  readHints(cursor);
  const alias = readAlias(cursor);
  cursor.expect('USING');
  const source = readTable(cursor);
  cursor.expect('ON');
  const on = readExpression(cursor);
  const actions = [readAction(cursor)];
  while (cursor.is('WHEN')) actions.push(readAction(cursor));
  return {
    kind: 'Merge',
    target,
    ...(alias && { alias }),
    source,
    on,
    actions,
    span: cursor.spanFrom(start),
  };
}

function readAction(cursor: Cursor): MergeAction {
  const start = cursor.offset;
  cursor.expect('WHEN');
  const isInsert = cursor.take('NOT');
  cursor.expect('MATCHED');
  const condition = readCondition(cursor);
  cursor.expect('THEN');
  if (isInsert) return readMergeInsert(cursor, condition, start);
  const place = cursor.here();
  if (cursor.take('DELETE')) {
    cursor.report(place, 'Flink SQL knows no DELETE in MERGE.');
    return { kind: 'MergeDelete', ...condition, span: cursor.spanFrom(start) };
  }
  cursor.expect('UPDATE', 'SET');
  const assignments = readAssignments(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'MergeUpdate', ...condition, assignments, span };
}

function readCondition(cursor: Cursor): Pick<MergeAction, 'condition'> {
  const place = cursor.here();
  if (!cursor.take('AND')) return {};
  cursor.report(place, 'Flink SQL knows no condition in WHEN.');
  return { condition: readExpression(cursor) };
}

function readMergeInsert(
  cursor: Cursor,
  condition: Pick<MergeAction, 'condition'>,
  start: number,
): MergeAction {
  cursor.expect('INSERT');
  const columns =
    cursor.is('(') && cursor.ahead(1) !== 'VALUES'
      ? { columns: readInParentheses(cursor, () => readParts(cursor)) }
      : {};
  const isParenthesized = cursor.take('(');
  cursor.expect('VALUES');
  const { values } = readValuesRow(cursor);
  if (isParenthesized) cursor.expect(')');
  const span = cursor.spanFrom(start);
  return { kind: 'MergeInsert', ...condition, ...columns, values, span };
}
