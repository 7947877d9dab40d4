import type { OrderItem } from '../ast';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readInParentheses } from './identifier';

/**
 * ORDER BY with its items. A table argument's has one of them, or several in
 * parentheses.
 */
export function readOrderBy(cursor: Cursor, isArgument = false): OrderItem[] {
  cursor.expect('ORDER', 'BY');
  if (isArgument) {
    return cursor.is('(')
      ? readInParentheses(cursor, () => readItem(cursor))
      : [readItem(cursor)];
  }
  const items = [readItem(cursor)];
  while (cursor.take(',')) items.push(readItem(cursor));
  return items;
}

function readItem(cursor: Cursor): OrderItem {
  const start = cursor.offset;
  const expression = readExpression(cursor);
  const direction = cursor.takeOneOf('ASC', 'DESC') as 'ASC' | undefined;
  const nulls = cursor.take('NULLS')
    ? (cursor.expectOneOf('FIRST', 'LAST') as 'FIRST')
    : undefined;
  return {
    kind: 'OrderItem',
    expression,
    ...(direction && { direction }),
    ...(nulls && { nulls }),
    span: cursor.spanFrom(start),
  };
}
