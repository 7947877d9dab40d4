import { tokenize } from '../tokenize';

/** Numbers from 0 to below `limit`, the same ones for the same seed (mulberry32). */
export type Dice = (limit: number) => number;

/** @see Dice */
export function dice(seed: number): Dice {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const value = ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    return Math.floor(value * limit);
  };
}

/** Letters that break tokens. */
const LETTERS = '\'"`;()[]{}<>,.*/+-=\\\n\r\t\0 é😀￿$#@:|&!?'.split('');

/**
 * Changes SQL as people and machines break it: tokens left out, doubled,
 * swapped, replaced by those of other texts, the end cut off, letters put in.
 *
 * @param texts - what to change and to take tokens from; not empty
 * @param roll - decides; the same dice give the same text
 */
export function mutateSql(texts: readonly string[], roll: Dice): string {
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)];
  const tokensOf = (text: string): string[] =>
    tokenize(text).map(token => token.text);
  const tokens = tokensOf(pick(texts));
  const donors = tokensOf(pick(texts));
  for (let count = 1 + roll(3); count > 0 && tokens.length; count -= 1) {
    const at = roll(tokens.length);
    switch (roll(7)) {
      case 0:
        tokens.splice(at, 1 + roll(3));
        break;
      case 1:
        tokens.splice(at, 0, tokens[at]);
        break;
      case 2: {
        const other = roll(tokens.length);
        [tokens[at], tokens[other]] = [tokens[other], tokens[at]];
        break;
      }
      case 3:
        tokens[at] = ` ${donors.length ? pick(donors) : ''} `;
        break;
      case 4:
        tokens.length = at + 1;
        break;
      case 5: {
        const text = tokens[at];
        const cut = roll(text.length + 1);
        tokens[at] = text.slice(0, cut) + pick(LETTERS) + text.slice(cut);
        break;
      }
      default: {
        const from = donors.length ? roll(donors.length) : 0;
        tokens.splice(at, 0, ...donors.slice(from, from + 1 + roll(12)));
      }
    }
  }
  return tokens.join('');
}
