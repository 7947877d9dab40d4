import type { Span } from '../ast';
import type { Cursor } from './Cursor';

const SIMPLE_ESCAPES: Record<string, string> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A string; several in a row are one. */
export function readString(
  cursor: Cursor,
  what = 'a string in quotes',
): string {
  if (cursor.word !== "'") return cursor.fail(what);
  let value = unquote(cursor.next().text);
  while (cursor.token?.text.startsWith("'") && cursor.is("'")) {
    value += unquote(cursor.next().text);
  }
  return value;
}

/** One plain string, without a prefix and without another one behind. */
export function readQuoted(cursor: Cursor, what: string): string {
  if (!cursor.token?.text.startsWith("'") || !cursor.is("'")) {
    return cursor.fail(what);
  }
  return unquote(cursor.next().text);
}

/** A string with its place. */
export function readStringSpan(
  cursor: Cursor,
  what?: string,
): { value: string; span: Span } {
  const start = cursor.offset;
  const value = readString(cursor, what);
  return { value, span: cursor.spanFrom(start) };
}

/** What a string token means. */
export function unquote(text: string): string {
  const quote = text.indexOf("'");
  const prefix = text.slice(0, quote).toUpperCase();
  const content = text.slice(quote + 1, -1).replace(/''/g, "'");
  if (prefix === 'E') {
    return content.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, code: string) =>
      code.length === 5
        ? String.fromCharCode(parseInt(code.slice(1), 16))
        : SIMPLE_ESCAPES[code] ?? code,
    );
  }
  if (prefix === 'U&') {
    return content.replace(/\\([0-9a-fA-F]{4})/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }
  return content;
}
