import type { Token } from '../Token';

/** What the grammar compares a token with; see `Cursor`. */
export function wordOf(token: Token): string {
  if (!token.closed) return '?!';
  switch (token.kind) {
    case 'word':
      return token.text.toUpperCase();
    case 'string':
      return "'";
    case 'quoted-identifier':
      return '`';
    case 'number':
      return '0';
    case 'placeholder':
      return '${';
    case 'unknown':
    case 'double-quoted':
      return '?!';
    default:
      return token.text;
  }
}

/** How many parentheses are open in front of each word. */
export function levelsOf(words: string[]): Int32Array {
  const levels = new Int32Array(words.length);
  let level = 0;
  words.forEach((word, i) => {
    levels[i] = level;
    if (word === '(') level += 1;
    if (word === ')' && level > 0) level -= 1;
  });
  return levels;
}
