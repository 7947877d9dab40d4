import { Cursor } from './Cursor';
import { readQuoted } from './readQuoted';
import { failReserved } from './readScalarText';

const INCLUDE = /include[^\S\n]+("|(?:required|file|url|classpath)[^\S\n]*\()/y;

/**
 * Reads a key. Dots stay in it: SeaTunnel's parser, unlike common HOCON, does
 * not make objects of `row.num`.
 */
export function readKey(cursor: Cursor): { key: string; at: number } {
  const at = cursor.at;
  if (cursor.strict && cursor.char !== '"') {
    cursor.fail('JSON wants keys in double quotes.');
  }
  if (cursor.take(INCLUDE)) {
    cursor.fail(
      'include is refused: a job must be complete by itself.',
      'Copy the content of the file in here.',
      at,
    );
  }
  let key = '';
  let spaces = '';
  let pieces = 0;
  for (;;) {
    const quoted = cursor.char === '"';
    const piece = quoted
      ? readQuoted(cursor)
      : cursor.take(/(?:[^\s$"{}[\]:=,+#`^?!@*&\\/\uFEFF]|\/(?!\/))+/y);
    if (piece === undefined) break;
    key += spaces + piece;
    pieces += 1;
    if (cursor.strict) break;
    spaces = cursor.take(/[^\S\n]+/y) ?? '';
  }
  if (pieces === 0) failReserved(cursor);
  if (key === '__proto__') {
    cursor.fail('"__proto__" cannot be a key.', 'Use another name.', at);
  }
  return { key, at };
}
