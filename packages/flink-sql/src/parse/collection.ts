import type { Collection, Expression } from '../ast';
import type { Cursor } from './Cursor';
import { readExpressions } from './expression';
import { finishCall } from './functionCall';
import { toIdentifier } from './identifier';
import { isQueryStart, readParenthesizedQuery } from './query';

/** `ARRAY[…]`, `MAP[…]`, `MULTISET[…]`, each also of a query in parentheses. */
export function readArrayLike(
  cursor: Cursor,
  type: Collection['type'],
): Expression {
  const start = cursor.offset;
  const name = toIdentifier(cursor.next());
  if (cursor.is('(')) {
    if (!isQueryStart(cursor, 1)) return finishCall(cursor, [name], start);
    const query = readParenthesizedQuery(cursor);
    const span = cursor.spanFrom(start);
    return { kind: 'Collection', type, elements: [], query, span };
  }
  if (!cursor.is('[')) {
    cursor.at -= 1;
    return cursor.fail(`an expression (${type} is followed by [ … ])`);
  }
  cursor.at += 1;
  const isEmpty = type !== 'MULTISET' && cursor.is(']');
  const elements = isEmpty ? [] : readExpressions(cursor);
  if (!cursor.take(']')) cursor.fail('a comma or ]');
  return { kind: 'Collection', type, elements, span: cursor.spanFrom(start) };
}
