import { HoconSyntaxError } from './HoconSyntaxError';

const SPACE = /[^\S\n]|\uFEFF/;

/** A place in a text, and the ways to move on from it. */
export class Cursor {
  at = 0;
  readonly text: string;
  readonly strict: boolean;

  constructor(text: string, strict: boolean) {
    this.text = text;
    this.strict = strict;
  }

  get char(): string {
    return this.text[this.at] ?? '';
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  startsWith(part: string): boolean {
    return this.text.startsWith(part, this.at);
  }

  /** Takes what a sticky expression matches here. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at += match[0].length;
    return match[0];
  }

  /** Skips spaces and a comment up to the end of the line; returns the spaces. */
  skipInline(): string {
    const start = this.at;
    while (SPACE.test(this.char)) this.at += 1;
    const spaces = this.text.slice(start, this.at);
    if (this.atComment()) {
      if (this.strict) this.fail('JSON has no comments.');
      const end = this.text.indexOf('\n', this.at);
      this.at = end < 0 ? this.text.length : end;
    }
    return spaces;
  }

  /** Skips spaces, comments and line ends; tells whether a line ended. */
  skipLines(): boolean {
    let ended = false;
    this.skipInline();
    while (this.char === '\n') {
      ended = true;
      this.at += 1;
      this.skipInline();
    }
    return ended;
  }

  atComment(): boolean {
    return this.char === '#' || this.startsWith('//');
  }

  fail(message: string, remedy?: string, at = this.at): never {
    throw new HoconSyntaxError(message, at, remedy);
  }
}
