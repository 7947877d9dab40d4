import { Cursor } from './Cursor';
import type { HoconEntry, HoconNode, HoconObject } from './HoconNode';
import { readKey } from './readKey';
import { readQuoted } from './readQuoted';
import {
  failReserved,
  readSubstitution,
  readUnquoted,
  wordValue,
} from './readScalarText';

/** How deep objects and lists may be in each other. */
export const MAX_DEPTH = 64;

type Piece = { node: HoconNode; text: string; quoted: boolean };

/** Reads HOCON, or with `strict` JSON; throws `HoconSyntaxError`. */
export class HoconParser {
  readonly #cursor: Cursor;
  #depth = 0;

  constructor(text: string, options: { strict?: boolean } = {}) {
    this.#cursor = new Cursor(text, options.strict ?? false);
  }

  parse(): HoconObject {
    const cursor = this.#cursor;
    cursor.skipLines();
    let root: HoconObject;
    if (cursor.char === '{') {
      root = this.#object();
    } else if (cursor.strict || cursor.char === '[') {
      return cursor.fail('A job must be an object.', 'Begin it with "{".');
    } else {
      root = { kind: 'object', entries: this.#entries(''), at: cursor.at };
    }
    cursor.skipLines();
    if (!cursor.atEnd) {
      cursor.fail('There is more text after the end of the job.');
    }
    return root;
  }

  #object(): HoconObject {
    const cursor = this.#cursor;
    const at = cursor.at;
    this.#enter();
    cursor.at += 1;
    const entries = this.#entries('}');
    if (cursor.atEnd) cursor.fail('A "{" is not closed.', 'Add "}".', at);
    cursor.at += 1;
    this.#depth -= 1;
    return { kind: 'object', entries, at };
  }

  /** Entries up to `end`, which stays; '' is the end of the text. */
  #entries(end: string): HoconEntry[] {
    const cursor = this.#cursor;
    const entries: HoconEntry[] = [];
    const seen = cursor.strict ? new Set<string>() : undefined;
    cursor.skipLines();
    while (!cursor.atEnd && cursor.char !== end) {
      const entry = this.#entry();
      if (seen?.has(entry.key)) {
        cursor.fail(`"${entry.key}" is given twice.`, 'Keep one.', entry.at);
      }
      seen?.add(entry.key);
      entries.push(entry);
      this.#separator(end);
    }
    return entries;
  }

  #entry(): HoconEntry {
    const cursor = this.#cursor;
    const { key, at } = readKey(cursor);
    cursor.skipLines();
    const append = cursor.startsWith('+=');
    if (append) cursor.at += 2;
    else if (cursor.char === ':' || cursor.char === '=') cursor.at += 1;
    else if (cursor.char !== '{') {
      cursor.fail(
        `"${key}" has no value.`,
        `Write ${key} = value, or ${key} { … }.`,
        at,
      );
    }
    if (cursor.strict && cursor.text[cursor.at - 1] !== ':') {
      cursor.fail(`JSON wants ":" after "${key}".`, undefined, at);
    }
    cursor.skipLines();
    return { key, at, append, value: this.#value() };
  }

  /** Takes the comma or line end after an entry or item. */
  #separator(end: string): void {
    const cursor = this.#cursor;
    const newLine = cursor.skipLines();
    if (cursor.char === ',') {
      cursor.at += 1;
      cursor.skipLines();
      if (cursor.char === ',') {
        cursor.fail('There is nothing between two commas.', 'Remove one.');
      }
      if (cursor.strict && cursor.char === end) {
        cursor.fail('JSON has no comma after the last value.', 'Remove it.');
      }
      return;
    }
    if (cursor.atEnd || cursor.char === end) return;
    if (!newLine || cursor.strict) {
      cursor.fail(
        'A comma or a new line is missing here.',
        'Put text that holds spaces or reserved characters in double quotes.',
      );
    }
  }

  #value(): HoconNode {
    const cursor = this.#cursor;
    const at = cursor.at;
    const pieces: Piece[] = [];
    let spaces = '';
    while (!cursor.atEnd && !',}]\n'.includes(cursor.char)) {
      const piece = this.#piece();
      if (spaces && pieces.length > 0) pieces.push(spacePiece(spaces));
      pieces.push(piece);
      if (cursor.strict) break;
      spaces = cursor.skipInline();
    }
    if (pieces.length === 0) cursor.fail('A value is missing here.');
    return this.#join(pieces, at);
  }

  #piece(): Piece {
    const cursor = this.#cursor;
    const at = cursor.at;
    if (cursor.char === '{') return structure(this.#object());
    if (cursor.char === '[') return structure(this.#array());
    if (cursor.char === '"') return scalar(readQuoted(cursor), at, true);
    if (cursor.strict) return this.#jsonWord();
    if (cursor.char === '$') return scalar(readSubstitution(cursor), at, true);
    const word = readUnquoted(cursor);
    return word ? scalar(word, at, false) : failReserved(cursor);
  }

  #jsonWord(): Piece {
    const cursor = this.#cursor;
    const at = cursor.at;
    const word = cursor.take(
      /(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)(?=[\s,}\]]|$)/y,
    );
    return word === undefined
      ? cursor.fail('This is no JSON value.', 'Put text in double quotes.')
      : scalar(word, at, false);
  }

  /** One value of what stands beside each other. */
  #join(pieces: Piece[], at: number): HoconNode {
    if (pieces.length === 1) {
      const [{ node, text, quoted }] = pieces;
      if (node.kind !== 'scalar' || quoted) return node;
      return { kind: 'scalar', value: wordValue(text), at };
    }
    const parts = pieces.filter(piece => !isSpace(piece)).map(p => p.node);
    if (parts.every(part => part.kind === 'scalar')) {
      const value = pieces.map(piece => piece.text).join('');
      return { kind: 'scalar', value, at };
    }
    const entries: HoconEntry[] = [];
    const items: HoconNode[] = [];
    for (const part of parts) {
      if (part.kind === 'object') entries.push(...part.entries);
      if (part.kind === 'array') items.push(...part.items);
    }
    if (parts.every(part => part.kind === 'object')) {
      return { kind: 'object', entries, at };
    }
    if (parts.every(part => part.kind === 'array')) {
      return { kind: 'array', items, at };
    }
    return this.#cursor.fail(
      'Text, lists and objects cannot be joined to one value.',
      'Separate them with commas or lines.',
      at,
    );
  }

  #array(): HoconNode {
    const cursor = this.#cursor;
    const at = cursor.at;
    this.#enter();
    cursor.at += 1;
    const items: HoconNode[] = [];
    cursor.skipLines();
    while (!cursor.atEnd && cursor.char !== ']') {
      items.push(this.#value());
      this.#separator(']');
    }
    if (cursor.atEnd) cursor.fail('A "[" is not closed.', 'Add "]".', at);
    cursor.at += 1;
    this.#depth -= 1;
    return { kind: 'array', items, at };
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      this.#cursor.fail(
        `Objects and lists are more than ${MAX_DEPTH} deep in each other.`,
      );
    }
  }
}

function structure(node: HoconNode): Piece {
  return { node, text: '', quoted: true };
}

function scalar(text: string, at: number, quoted: boolean): Piece {
  return { node: { kind: 'scalar', value: text, at }, text, quoted };
}

const SPACE_AT = -1;

function spacePiece(text: string): Piece {
  return scalar(text, SPACE_AT, true);
}

function isSpace(piece: Piece): boolean {
  return piece.node.at === SPACE_AT;
}
