import type { Problem, Span } from '../ast';
import { lexicalProblems } from '../lexicalProblems';
import type { Token } from '../Token';
import { isSignificant } from '../Token';
import { levelsOf, wordOf } from './tokenWords';

/** Thrown where text does not fit, caught at the next clause; never leaves. */
export const MISFIT = new Error('The text does not fit the grammar');

/** What has more misfits is no SQL: its statement is not read on. */
const MOST_MISFITS = 100;

const NOTHING: ReadonlySet<string> = new Set();

/** Deeper, neither this reader nor who walks its tree has stack for it. */
const DEEPEST = 200;

/** The same for chains such as a + b + c …, whose trees lean to the left. */
const HIGHEST = 1000;

/**
 * A place in the tokens of one statement. Each token has a `word` that the
 * grammar compares with: its text in upper case for words, operators as they
 * are, `'` for a string, `` ` `` for a quoted name, `0` for a number, `${` for a
 * placeholder, `?!` for what no grammar knows, `''` at the end.
 */
export class Cursor {
  /** The significant ones. */
  readonly tokens: Token[];
  readonly problems: Problem[] = [];
  at = 0;
  private readonly words: string[];
  /** How many parentheses are open in front of each token. */
  private readonly levels: Int32Array;
  private readonly start: number;
  private readonly end: number;
  private depth = 0;
  /** At most so many nodes are below the one that is read. */
  private height = 0;
  private misfits = 0;
  /** Where the last empty span is. */
  private reach = 0;
  private reported = false;
  private defaults = false;

  /** `start` and `end` are the statement's offsets. */
  constructor(tokens: Token[], start: number, end: number) {
    this.tokens = tokens.filter(isSignificant);
    this.words = this.tokens.map(wordOf);
    this.levels = levelsOf(this.words);
    this.start = start;
    this.end = end;
  }

  get word(): string {
    return this.words[this.at] ?? '';
  }

  /** The word `distance` tokens ahead, or behind when negative. */
  ahead(distance: number): string {
    return this.words[this.at + distance] ?? '';
  }

  get token(): Token | undefined {
    return this.tokens[this.at];
  }

  /** Offset of the token here; the statement's end after the last. */
  get offset(): number {
    return this.token?.offset ?? this.end;
  }

  /**
   * From an offset to the end of the token behind; empty when nothing was taken
   * from there on, and then what contains it reaches that far, too.
   */
  spanFrom(start: number): Span {
    const last = this.tokens[this.at - 1];
    const end = last ? last.offset + last.text.length : this.start;
    if (end < start) this.reach = start;
    return { start, end: Math.max(end, this.reach) };
  }

  /** Tells whether the words here and ahead are these. */
  is(...words: string[]): boolean {
    return words.every((word, i) => this.ahead(i) === word);
  }

  /** Takes these words when all of them are here. */
  take(...words: string[]): boolean {
    if (!this.is(...words)) return false;
    this.at += words.length;
    return true;
  }

  /** Takes one of the words, and tells which. */
  takeOneOf(...words: string[]): string | undefined {
    const { word } = this;
    if (!words.includes(word)) return undefined;
    this.at += 1;
    return word;
  }

  /** Takes these words, each of which has to be here. */
  expect(...words: string[]): void {
    for (const word of words) {
      if (this.word !== word) this.fail(word === '0' ? 'a number' : word);
      this.at += 1;
    }
  }

  expectOneOf(...words: string[]): string {
    return this.takeOneOf(...words) ?? this.fail(oneOf(words));
  }

  /** Takes the token here whatever it is. */
  next(): Token {
    const { token } = this;
    if (!token) return this.fail('more');
    this.at += 1;
    return token;
  }

  /** Reports that `expected` is not here, and leaves the clause. */
  fail(expected: string): never {
    if (!this.reported) this.report(this.here(), this.misfit(expected));
    throw MISFIT;
  }

  /**
   * As `fail`, but at the token behind: Flink names the operator where what has
   * to follow it is missing.
   */
  failBehind(expected: string): never {
    if (!this.reported) {
      this.report(spanOf(this.tokens[this.at - 1]), this.misfit(expected));
    }
    throw MISFIT;
  }

  /**
   * Reports a problem unless the statement has one: as in Flink, what comes
   * after the first may only follow from it.
   */
  report(span: Span, message: string): void {
    if (this.reported) return;
    this.reported = true;
    this.problems.push({ severity: 'error', message, span });
  }

  /** The next statement of a set has problems of its own. */
  forgive(): void {
    this.reported = false;
  }

  /** The token here; the last letter after the last one. */
  here(): Span {
    const { token } = this;
    if (token) return spanOf(token);
    return { start: Math.max(this.start, this.end - 1), end: this.end };
  }

  /** Goes one level into what may stand inside of itself. */
  nested<T>(read: () => T): T {
    if (this.depth >= DEEPEST) this.tooDeep();
    const { height } = this;
    this.depth += 1;
    this.height = 0;
    const result = read();
    this.depth -= 1;
    this.height = Math.max(height, this.height + 1);
    return result;
  }

  /**
   * Counts a node that takes what was read as its left side: chains of them make
   * the tree as deep as parentheses do.
   */
  grow(nodes = 1): void {
    this.height += nodes;
    if (this.height > HIGHEST) this.tooDeep();
  }

  /** Reads a row of VALUES, which may have DEFAULT for a field. */
  withDefaults<T>(read: () => T): T {
    this.defaults = true;
    try {
      return read();
    } finally {
      this.defaults = false;
    }
  }

  /** Tells whether the word here is DEFAULT as a field of VALUES. */
  isDefault(): boolean {
    return (
      this.defaults &&
      this.word === 'DEFAULT' &&
      ['(', ','].includes(this.ahead(-1)) &&
      [')', ','].includes(this.ahead(1))
    );
  }

  /** Gives up on what neither stack nor reader can follow. */
  private tooDeep(): never {
    this.report(
      this.here(),
      `This is nested too deeply: at most ${DEEPEST} levels, or ${HIGHEST} links of a chain, are read.`,
    );
    throw MISFIT;
  }

  /**
   * Reads a part; where it does not fit, goes on to one of `stops` outside of
   * parentheses opened in between, or to the end of what encloses it.
   */
  recover<T>(
    read: () => T,
    unknown: (span: Span) => T,
    stops: ReadonlySet<string>,
  ): T {
    const { at, depth, offset } = this;
    try {
      return read();
    } catch (error) {
      if (error !== MISFIT) throw error;
      this.depth = depth;
      this.misfits += 1;
      if (this.misfits > MOST_MISFITS) this.skip(-1, NOTHING);
      else this.skip(this.levels[at] ?? 0, stops);
      return unknown(this.spanFrom(offset));
    }
  }

  private skip(level: number, stops: ReadonlySet<string>): void {
    for (; this.at < this.words.length; this.at += 1) {
      const { word } = this;
      if (word === ';') return;
      const here = this.levels[this.at] - (word === ')' ? 1 : 0);
      if (here < level || (here === level && stops.has(word))) return;
    }
  }

  /** What is said where `expected` is not here. */
  misfit(expected: string): string {
    const { token } = this;
    const lexical = token && lexicalProblems([token])[0];
    if (lexical) return `${lexical.message} ${lexical.remedy}`;
    const before = this.tokens[this.at - 1];
    const after = before ? ` after ${shown(before)}` : '';
    const found = token ? shown(token) : 'the end of the statement';
    return `Expected ${expected}${after}, found ${found}.`;
  }
}

/** `A`, `A or B`, `A, B or C`. */
export function oneOf(words: string[]): string {
  const last = words[words.length - 1];
  return words.length < 2
    ? last
    : `${words.slice(0, -1).join(', ')} or ${last}`;
}

export function spanOf(token: Token): Span {
  return { start: token.offset, end: token.offset + token.text.length };
}

/** As it is written; commas would be lost among those of the sentence. */
function shown(token: Token): string {
  if (token.text === ',') return 'a comma';
  if (token.text === ';') return 'a semicolon';
  return token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text;
}
