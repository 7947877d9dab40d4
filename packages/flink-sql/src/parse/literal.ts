import type { Expression } from '../ast';
import type { Cursor } from './Cursor';
import { readQuoted, readString } from './stringLiteral';

const DATETIMES: Record<string, 'date' | 'time' | 'timestamp'> = {
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
};

/** Tells whether the word is DATE, TIME or TIMESTAMP. */
export function isDatetime(word: string): boolean {
  return Object.hasOwn(DATETIMES, word);
}

/** `DATE '…'` and its like; nothing where the word is something else here. */
export function readDatetime(
  cursor: Cursor,
  word: string,
): Expression | undefined {
  if (!isDatetime(word)) return undefined;
  const start = cursor.offset;
  const next = cursor.ahead(1);
  if (next === "'") {
    cursor.at += 1;
    const type = DATETIMES[word];
    const value = readQuoted(cursor, `${word} in quotes`);
    return { kind: 'Literal', type, value, span: cursor.spanFrom(start) };
  }
  if (cursor.is(word, '(', ')')) {
    cursor.at += 2;
    cursor.fail('an expression');
  }
  return next === 'WITH' || next === 'WITHOUT' ? readZoned(cursor) : undefined;
}

/** `TIMESTAMP WITH LOCAL TIME ZONE '…'` */
function readZoned(cursor: Cursor): Expression {
  const start = cursor.offset;
  cursor.at += 1;
  if (!cursor.take('WITHOUT')) {
    cursor.expect('WITH');
    cursor.take('LOCAL');
  }
  cursor.expect('TIME', 'ZONE');
  const value = readQuoted(cursor, 'a timestamp in quotes');
  const span = cursor.spanFrom(start);
  return { kind: 'Literal', type: 'timestamp', value, span };
}

/** One string, or several in a row. */
export function readStringLiteral(cursor: Cursor): Expression {
  const start = cursor.offset;
  const type = /^[xX]/.test(cursor.token?.text ?? '') ? 'binary' : 'string';
  const value = readString(cursor);
  return { kind: 'Literal', type, value, span: cursor.spanFrom(start) };
}

/** The token here. */
export function readLiteral(
  cursor: Cursor,
  type: 'number' | 'boolean' | 'null',
): Expression {
  const start = cursor.offset;
  const { text } = cursor.next();
  return { kind: 'Literal', type, value: text, span: cursor.spanFrom(start) };
}
