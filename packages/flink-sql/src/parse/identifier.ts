import type { Identifier, Path } from '../ast';
import type { Token } from '../Token';
import type { Cursor } from './Cursor';
import { spanOf } from './Cursor';
import { isMeantAsName } from './meantName';
import { isReservedWord } from './reservedWords';

/** Tells whether the token `distance` ahead can be a name. */
export function isName(cursor: Cursor, distance = 0): boolean {
  const token = cursor.tokens[cursor.at + distance];
  if (!token?.closed) return false;
  if (token.kind === 'word') return !isReservedWord(cursor.ahead(distance));
  return token.kind === 'quoted-identifier' || token.kind === 'placeholder';
}

/** A name; `what` says what it names, for messages. */
export function readIdentifier(cursor: Cursor, what = 'a name'): Identifier {
  const { token } = cursor;
  if (!token || !(isName(cursor) || isMeantAsName(cursor))) {
    return failForName(cursor, what);
  }
  if (!isName(cursor)) cursor.report(cursor.here(), nameNeeded(cursor, what));
  cursor.at += 1;
  return toIdentifier(token);
}

/** Any word, reserved or not, as a name. */
export function toIdentifier(token: Token): Identifier {
  const quoted = /^(quoted-identifier|double-quoted)$/.test(token.kind);
  const name = quoted
    ? token.text.slice(1, -1).replace(/``/g, '`')
    : token.text;
  return { kind: 'Identifier', name, quoted, span: spanOf(token) };
}

/** Names with points between. */
export function readParts(cursor: Cursor, what?: string): Identifier[] {
  const parts = [readIdentifier(cursor, what)];
  while (cursor.take('.')) parts.push(readIdentifier(cursor, 'a name'));
  return parts;
}

/** @see readParts */
export function readPath(cursor: Cursor, what?: string): Path {
  const start = cursor.offset;
  const parts = readParts(cursor, what);
  return { kind: 'Path', parts, span: cursor.spanFrom(start) };
}

/** A name without points, as a path. */
export function readSinglePath(cursor: Cursor, what?: string): Path {
  const name = readIdentifier(cursor, what);
  return { kind: 'Path', parts: [name], span: name.span };
}

/** `(a, b)` */
export function readNameList(cursor: Cursor, what?: string): Identifier[] {
  return readInParentheses(cursor, () => readIdentifier(cursor, what));
}

/** `( item, item )`, at least one. */
export function readInParentheses<T>(cursor: Cursor, read: () => T): T[] {
  cursor.expect('(');
  const items = readList(cursor, read);
  if (!cursor.take(')')) cursor.fail('a comma or )');
  return items;
}

/** `item, item`, at least one. */
export function readList<T>(cursor: Cursor, read: () => T): T[] {
  const items = [read()];
  while (cursor.take(',')) items.push(read());
  return items;
}

/** Says that a reserved word needs backticks where a name has to stand. */
export function failForName(cursor: Cursor, what: string): never {
  const { token, word } = cursor;
  if (token?.kind !== 'word' || !isReservedWord(word)) {
    return cursor.fail(what);
  }
  return cursor.fail(withBackticks(what, token));
}

function nameNeeded(cursor: Cursor, what: string): string {
  const { token } = cursor;
  return cursor.misfit(
    token?.kind === 'word' ? withBackticks(what, token) : what,
  );
}

function withBackticks(what: string, { text }: Token): string {
  return `${what} (${text} is reserved: as a name it is written \`${text}\`)`;
}
