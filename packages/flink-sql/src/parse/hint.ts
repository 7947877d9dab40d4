import type { Hint, TableOption } from '../ast';
import type { Cursor } from './Cursor';
import { readIdentifier } from './identifier';
import { readStringSpan } from './stringLiteral';

/** The hints between `/*+` and the comment's end; none when there are none. */
export function readHints(cursor: Cursor): Hint[] {
  if (!cursor.take('/*+')) return [];
  const hints = [readHint(cursor)];
  while (cursor.take(',')) hints.push(readHint(cursor));
  if (!cursor.take('*/')) cursor.fail('a comma or */');
  return hints;
}

function readHint(cursor: Cursor): Hint {
  const start = cursor.offset;
  const { name } = readIdentifier(cursor, 'the name of a hint');
  const hint: Hint = {
    kind: 'Hint',
    name,
    options: [],
    values: [],
    span: { start, end: start },
  };
  if (cursor.take('(') && !cursor.take(')')) {
    if (cursor.ahead(1) === '=') {
      do hint.options.push(readOption(cursor));
      while (cursor.take(','));
    } else {
      do hint.values.push(readValue(cursor));
      while (cursor.take(','));
    }
    if (!cursor.take(')')) cursor.fail('a comma or )');
  }
  hint.span = cursor.spanFrom(start);
  return hint;
}

function readOption(cursor: Cursor): TableOption {
  const start = cursor.offset;
  const key = readValue(cursor);
  const keySpan = cursor.spanFrom(start);
  cursor.expect('=');
  const { value, span: valueSpan } = cursor.is('${')
    ? readPlaceholder(cursor)
    : readStringSpan(cursor, "the option's value in quotes");
  const span = cursor.spanFrom(start);
  return { kind: 'TableOption', key, value, keySpan, valueSpan, span };
}

function readPlaceholder(cursor: Cursor): ReturnType<typeof readStringSpan> {
  const start = cursor.offset;
  return { value: cursor.next().text, span: cursor.spanFrom(start) };
}

function readValue(cursor: Cursor): string {
  if (cursor.is("'")) return readStringSpan(cursor).value;
  return cursor.is('0')
    ? cursor.next().text
    : readIdentifier(cursor, 'a string, a name or a number').name;
}
