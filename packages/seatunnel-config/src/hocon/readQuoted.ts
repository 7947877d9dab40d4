import { Cursor } from './Cursor';

const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads a string in quotes, one or three. */
export function readQuoted(cursor: Cursor): string {
  if (cursor.startsWith('"""')) return readTripleQuoted(cursor);
  const start = cursor.at;
  cursor.at += 1;
  let value = '';
  for (;;) {
    value += cursor.take(/[^"\\\n]+/y) ?? '';
    if (cursor.char === '"') {
      cursor.at += 1;
      return value;
    }
    if (cursor.char !== '\\') {
      cursor.fail(
        'A string in quotes does not end on its line.',
        'Close the quotes, or write text of several lines in """three quotes""".',
        start,
      );
    }
    value += readEscape(cursor);
  }
}

function readEscape(cursor: Cursor): string {
  const unicode = cursor.take(/\\u[0-9a-fA-F]{4}/y);
  if (unicode) return String.fromCharCode(parseInt(unicode.slice(2), 16));
  const escaped = ESCAPES[cursor.text[cursor.at + 1] ?? ''];
  if (escaped === undefined) {
    cursor.fail(
      `"\\${cursor.text[cursor.at + 1] ?? ''}" means nothing in a string.`,
      'Write \\\\ for a backslash.',
    );
  }
  cursor.at += 2;
  return escaped;
}

function readTripleQuoted(cursor: Cursor): string {
  if (cursor.strict) cursor.fail('JSON has no strings in three quotes.');
  const end = cursor.text.indexOf('"""', cursor.at + 3);
  if (end < 0) {
    cursor.fail('A string in """three quotes""" does not end.', 'Close it.');
  }
  // Quotes before the last three belong to the text.
  let close = end;
  while (cursor.text[close + 3] === '"') close += 1;
  const value = cursor.text.slice(cursor.at + 3, close);
  cursor.at = close + 3;
  return value;
}
