import type { TableOption } from '../ast';
import type { Cursor } from './Cursor';
import { readQuoted, readString, readStringSpan } from './stringLiteral';

/** Where reading goes on when the options do not fit. */
const AFTER_OPTIONS: ReadonlySet<string> = new Set(['AS', 'LIKE']);

/** `('key' = 'value', …)`, which may be empty. */
export function readOptions(cursor: Cursor): TableOption[] {
  cursor.expect('(');
  if (cursor.take(')')) return [];
  const options = [readOption(cursor)];
  while (cursor.take(',')) options.push(readOption(cursor));
  if (!cursor.take(')')) cursor.fail('a comma or )');
  return options;
}

/** WITH and options, if they are there; those that are understood. */
export function readWith(cursor: Cursor): { options?: TableOption[] } {
  if (!cursor.take('WITH')) return {};
  const options: TableOption[] = [];
  cursor.recover(
    () => {
      cursor.expect('(');
      if (!cursor.is(')')) {
        do options.push(readOption(cursor));
        while (cursor.take(','));
      }
      if (!cursor.is(')')) cursor.fail('a comma or )');
    },
    () => undefined,
    AFTER_OPTIONS,
  );
  cursor.take(')');
  return { options };
}

function readOption(cursor: Cursor): TableOption {
  const start = cursor.offset;
  const key = readStringSpan(cursor, "an option's key in quotes");
  cursor.expect('=');
  const value = readValue(cursor);
  return {
    kind: 'TableOption',
    key: key.value,
    value: value.value,
    keySpan: key.span,
    valueSpan: value.span,
    span: cursor.spanFrom(start),
  };
}

function readValue(cursor: Cursor): ReturnType<typeof readStringSpan> {
  if (!cursor.is('${')) {
    return readStringSpan(cursor, "the option's value in quotes");
  }
  const start = cursor.offset;
  return { value: cursor.next().text, span: cursor.spanFrom(start) };
}

/** `('key', …)`, as RESET has it; may be empty. */
export function readKeys(cursor: Cursor): string[] {
  cursor.expect('(');
  if (cursor.take(')')) return [];
  const keys = [readString(cursor, "an option's key in quotes")];
  while (cursor.take(',')) {
    keys.push(readString(cursor, "an option's key in quotes"));
  }
  if (!cursor.take(')')) cursor.fail('a comma or )');
  return keys;
}

/** COMMENT and its string, if they are there. */
export function readComment(cursor: Cursor): { comment?: string } {
  if (!cursor.take('COMMENT')) return {};
  return { comment: readQuoted(cursor, 'the comment in quotes') };
}
