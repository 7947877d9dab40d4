import { Cursor } from './Cursor';

const RESERVED = '$"{}[]:=,+#`^?!@*&\\';

/**
 * Reads text without quotes up to a space or a reserved character; empty when
 * there is none.
 */
export function readUnquoted(cursor: Cursor): string {
  const start = cursor.at;
  const numeric = cursor.take(/-?\d[0-9eE.+-]*/y);
  if (numeric?.includes('+') && !isNumber(numeric)) {
    cursor.at = start + numeric.indexOf('+');
    failReserved(cursor);
  }
  while (!cursor.atEnd && !cursor.startsWith('//')) {
    const text = cursor.take(/[^\s$"{}[\]:=,+#`^?!@*&\\/\uFEFF]+|\//y);
    if (text === undefined) break;
  }
  return cursor.text.slice(start, cursor.at);
}

/** Reads `${…}`, or `$${…}` of the portal, and leaves it as it is. */
export function readSubstitution(cursor: Cursor): string {
  const text = cursor.take(/\$?\$\{[^}\n]*\}/y);
  if (text === undefined) {
    cursor.fail(
      'A "$" must begin a variable such as ${name}.',
      'Put the text in double quotes.',
    );
  }
  return text;
}

/** Says why the text cannot go on here. */
export function failReserved(cursor: Cursor): never {
  const { char } = cursor;
  if (cursor.atEnd) return cursor.fail('The text ends too early.');
  if (char && RESERVED.includes(char)) {
    return cursor.fail(
      `"${char}" is not allowed here.`,
      'Put the text that holds it in double quotes.',
    );
  }
  return cursor.fail(`"${char}" is not expected here.`);
}

/** The value of a word: a number, `true`, `false`, `null`, or the word. */
export function wordValue(word: string): string | number | boolean | null {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  return isNumber(word) ? numberValue(word) : word;
}

function isNumber(word: string): boolean {
  return /^-?\d+(\.\d*)?([eE][+-]?\d+)?$/.test(word);
}

/** Integers that a JavaScript number cannot hold stay text: exact, not round. */
function numberValue(word: string): number | string {
  const value = Number(word);
  if (/^-?\d+$/.test(word) && !Number.isSafeInteger(value)) return word;
  return Number.isFinite(value) ? value : word;
}
