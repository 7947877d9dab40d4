import type { Expression, TableReference } from '../ast';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import {
  isName,
  readIdentifier,
  readInParentheses,
  readNameList,
} from './identifier';
import { readString } from './stringLiteral';

/** PIVOT and UNPIVOT behind a table, which Calcite reads and Flink does not run. */
export function readPivots(
  cursor: Cursor,
  table: TableReference,
  start: number,
): TableReference {
  let input = table;
  for (const operator of ['PIVOT', 'UNPIVOT'] as const) {
    if (cursor.is(operator)) {
      cursor.at += 1;
      const nulls = cursor.takeOneOf('INCLUDE', 'EXCLUDE');
      if (nulls) cursor.expect('NULLS');
      cursor.expect('(');
      const expressions =
        operator === 'PIVOT' ? readPivot(cursor) : readUnpivot(cursor);
      cursor.expect(')');
      const span = cursor.spanFrom(start);
      input = { kind: 'Pivot', operator, input, expressions, span };
    }
  }
  return input;
}

function readPivot(cursor: Cursor): Expression[] {
  const expressions = [readAliased(cursor)];
  while (cursor.take(',')) expressions.push(readAliased(cursor));
  cursor.expect('FOR');
  expressions.push(...readColumns(cursor));
  cursor.expect('IN');
  return expressions.concat(
    readInParentheses(cursor, () => readAliased(cursor)),
  );
}

function readUnpivot(cursor: Cursor): Expression[] {
  readColumns(cursor);
  cursor.expect('FOR');
  readColumns(cursor);
  cursor.expect('IN');
  return readInParentheses(cursor, () => readAliased(cursor));
}

function readColumns(cursor: Cursor): Expression[] {
  const names = cursor.is('(')
    ? readNameList(cursor)
    : [readIdentifier(cursor)];
  return names.map(name => ({
    kind: 'ColumnReference',
    parts: [name],
    span: name.span,
  }));
}

function readAliased(cursor: Cursor): Expression {
  const expression = readExpression(cursor);
  const hasAs = cursor.take('AS');
  if (hasAs && cursor.is("'")) readString(cursor);
  else if (hasAs || isName(cursor)) readIdentifier(cursor, 'an alias');
  return expression;
}
