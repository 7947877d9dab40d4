import type { Hint, TableOption } from '../ast';
import type { Cursor } from './Cursor';
import { readIdentifier } from './identifier';
import { readStringSpan } from './stringLiteral';

/** The hints between `/*+` and the comment's end; none when there are none. */
export function readHints(cursor: Cursor): Hint[] {
  if (!cursor.take('/*+')) return [];
  const hints = [readHint(cursor)];
  while (cursor.take(',')) hints.push(readHint(cursor));
  if (!cursor.take('*/')) cursor.fail(', or */');
  return hints;
}

function readHint(cursor: Cursor): Hint {
  const start = cursor.offset;
  const { name } = readIdentifier(cursor, 'the name of a hint');
  const options: TableOption[] = [];
  const values: string[] = [];
  if (cursor.take('(') && !cursor.take(')')) {
    do {
      const option = readOption(cursor, values);
      if (option) options.push(option);
    } while (cursor.take(','));
    if (!cursor.take(')')) cursor.fail(', or )');
  }
  const span = cursor.spanFrom(start);
  return { kind: 'Hint', name, options, values, span };
}

/** A pair of key and value, or a value alone that goes to `values`. */
function readOption(cursor: Cursor, values: string[]): TableOption | undefined {
  const start = cursor.offset;
  const key = readValue(cursor, 'a string, a name or a number');
  const keySpan = cursor.spanFrom(start);
  if (!cursor.take('=')) {
    values.push(key);
    return undefined;
  }
  const valueStart = cursor.offset;
  const value = readValue(cursor, 'a string, a name or a number');
  const valueSpan = cursor.spanFrom(valueStart);
  const span = cursor.spanFrom(start);
  return { kind: 'TableOption', key, value, keySpan, valueSpan, span };
}

function readValue(cursor: Cursor, what: string): string {
  if (cursor.is("'")) return readStringSpan(cursor).value;
  return cursor.is('0')
    ? cursor.next().text
    : readIdentifier(cursor, what).name;
}
