import type { Token, TokenKind } from './Token';

type Match = { kind: TokenKind; end: number; closed: boolean };

const WHITESPACE = /[ \t\n\r\f]+/y;
const PLAIN_WORD =
  /[A-DF-MO-TVWYZa-df-mo-tvwyz][A-Za-z0-9_$]*(?![A-Za-z0-9_$\u0080-\uffff])/y;
const WORD = /[\p{L}\p{Nl}_$][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}_$]*/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const PLACEHOLDER = /\$\{[^{}\r\n]*\}/y;
const STRING_START = /(?:[eEnNxX]|[uU]&|_[A-Za-z0-9][A-Za-z0-9:._-]*)?'/y;
// The // of an address such as file:///x, in an unquoted SET, is no comment.
const OPERATOR = /:\/\/+|<>|!=|<=|>=|\|\||=>|->|::|[-+*/%=<>(),.?:[\]{}|&^~!]/y;
const LINE_END = /[\r\n]/g;
/** What is a token whatever follows: no other pattern has to be tried. */
const LONE = new Set('(),[]+%^&~'.split(''));

/**
 * Cuts a Flink SQL script into tokens without losing a character. Never
 * throws: what Flink cannot read becomes a token that says so. Positions count
 * as Flink's messages do, in time linear in the length.
 *
 * @public
 */
export function tokenize(script: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  let nextLineEnd = lineEnd(script, 0);
  let inHint = false;
  while (offset < script.length) {
    const { kind, end, closed } = matchAt(script, offset, inHint);
    const text = script.slice(offset, end);
    const column = offset - lineStart + 1;
    tokens.push({ kind, text, offset, line, column, closed });
    if (kind === 'hint-start') inHint = true;
    if (kind === 'hint-end') inHint = false;
    while (nextLineEnd < end) {
      const isPair = script.startsWith('\r\n', nextLineEnd);
      lineStart = nextLineEnd + (isPair ? 2 : 1);
      line += 1;
      nextLineEnd = lineEnd(script, lineStart);
    }
    offset = end;
  }
  return tokens;
}

function matchAt(script: string, at: number, inHint: boolean): Match {
  const char = script[at];
  if (LONE.has(char)) return whole('operator', at + 1);
  const plain = endOf(PLAIN_WORD, script, at);
  if (plain) return whole('word', plain);
  const pair = script.slice(at, at + 2);
  const space = endOf(WHITESPACE, script, at);
  if (space) return whole('whitespace', space);
  if (pair === '--' || pair === '//') {
    return whole('line-comment', lineEnd(script, at));
  }
  if (pair === '/*') {
    if (script[at + 2] === '+') return whole('hint-start', at + 3);
    const end = script.indexOf('*/', at + 2);
    return end < 0
      ? { kind: 'block-comment', end: script.length, closed: false }
      : whole('block-comment', end + 2);
  }
  if (inHint && pair === '*/') return whole('hint-end', at + 2);
  const quote = endOf(STRING_START, script, at);
  if (quote) return string(script, at, quote);
  if (char === '`') return backQuoted(script, at);
  if (char === '"') return doubleQuoted(script, at);
  if (char === ';') return whole('semicolon', at + 1);
  const placeholder = endOf(PLACEHOLDER, script, at);
  if (placeholder) return whole('placeholder', placeholder);
  const word = endOf(WORD, script, at);
  if (word) return whole('word', word);
  const number = endOf(NUMBER, script, at);
  if (number) return whole('number', number);
  const operator = endOf(OPERATOR, script, at);
  if (operator) return whole('operator', operator);
  const codePoint = script.codePointAt(at) ?? 0;
  return whole('unknown', at + (codePoint > 0xffff ? 2 : 1));
}

function whole(kind: TokenKind, end: number): Match {
  return { kind, end, closed: true };
}

function endOf(pattern: RegExp, script: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(script) ? pattern.lastIndex : 0;
}

function lineEnd(script: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(script)?.index ?? script.length;
}

/** `quote` is the offset after the opening quote. */
function string(script: string, at: number, quote: number): Match {
  const hasEscapes = script[at] === 'e' || script[at] === 'E';
  for (let i = quote; i < script.length; i += 1) {
    if (hasEscapes && script[i] === '\\') i += 1;
    else if (script[i] === "'") {
      if (script[i + 1] !== "'") return whole('string', i + 1);
      i += 1;
    }
  }
  return { kind: 'string', end: script.length, closed: false };
}

/** Names do not go over the end of a line. */
function backQuoted(script: string, at: number): Match {
  let i = at + 1;
  for (; i < script.length && !isLineEnd(script[i]); i += 1) {
    if (script[i] === '`') {
      if (script[i + 1] !== '`') return whole('quoted-identifier', i + 1);
      i += 1;
    }
  }
  return { kind: 'quoted-identifier', end: i, closed: false };
}

function doubleQuoted(script: string, at: number): Match {
  for (let i = at + 1; i < script.length && !isLineEnd(script[i]); i += 1) {
    if (script[i] === '"') return whole('double-quoted', i + 1);
  }
  return whole('unknown', at + 1);
}

function isLineEnd(char: string): boolean {
  return char === '\n' || char === '\r';
}
