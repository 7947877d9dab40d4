import type { SqlStatement } from './splitStatements';
import { statementHead } from './statementHead';
import type { Token } from './Token';
import { isSignificant } from './Token';

/**
 * The statements in a script's tokens, or in those of a statement set
 * (`isInner`), where BEGIN means nothing.
 */
export function splitTokens(
  script: string,
  tokens: Token[],
  isInner: boolean,
): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let at = 0;
  while (at < tokens.length) {
    const part = isInner ? simplePart(tokens, at) : wholePart(tokens, at);
    const statement = toStatement(script, tokens, at, part);
    if (statement) statements.push(statement);
    at = part.end + 1;
  }
  return statements;
}

/** A run of tokens up to (not with) the semicolon at `end`. */
type Part = {
  end: number;
  /** Tokens of the statements inside; `closed` when their END is there. */
  body?: { from: number; to: number; closed: boolean };
};

function simplePart(tokens: Token[], at: number): Part {
  let end = at;
  while (end < tokens.length && tokens[end].kind !== 'semicolon') end += 1;
  return { end };
}

function wholePart(tokens: Token[], at: number): Part {
  const part = simplePart(tokens, at);
  const words = wordsOf(tokens, at, part.end);
  if (words.length === 3 && words.join(' ') === 'BEGIN STATEMENT SET') {
    return setPart(tokens, part.end + 1);
  }
  if (!['EXECUTE', 'EXPLAIN', 'COMPILE'].includes(words[0])) return part;
  const body = afterBegin(tokens, at, part.end);
  return body === undefined ? part : setPart(tokens, body);
}

/** Where the statements start in `… STATEMENT SET BEGIN`. */
function afterBegin(
  tokens: Token[],
  from: number,
  to: number,
): number | undefined {
  let seen = '';
  for (let i = from; i < to; i += 1) {
    if (isSignificant(tokens[i])) {
      seen = `${seen} ${tokens[i].text.toUpperCase()}`.slice(-40);
      if (seen.endsWith(' STATEMENT SET BEGIN')) return i + 1;
    }
  }
  return undefined;
}

/** The statements from `from` up to the one that starts with END. */
function setPart(tokens: Token[], from: number): Part {
  let at = from;
  while (at < tokens.length) {
    const { end } = simplePart(tokens, at);
    if (wordsOf(tokens, at, end)[0] === 'END') {
      return { end, body: { from, to: at, closed: true } };
    }
    at = end + 1;
  }
  const to = tokens.length;
  return { end: to, body: { from, to, closed: false } };
}

/** Upper-case words at the start; at most four, `''` for other tokens. */
function wordsOf(tokens: Token[], from: number, to: number): string[] {
  const words: string[] = [];
  for (let i = from; i < to && words.length < 4; i += 1) {
    if (isSignificant(tokens[i])) {
      words.push(tokens[i].kind === 'word' ? tokens[i].text.toUpperCase() : '');
    }
  }
  return words;
}

function toStatement(
  script: string,
  all: Token[],
  from: number,
  part: Part,
): SqlStatement | undefined {
  let first = from;
  let last = part.end - 1;
  while (first <= last && !isSignificant(all[first])) first += 1;
  while (last >= first && !isSignificant(all[last]) && all[last].closed) {
    last -= 1;
  }
  if (first > last) return undefined;
  const tokens = all.slice(first, last + 1);
  const end = all[last].offset + all[last].text.length;
  const head = statementHead(tokens);
  const { body } = part;
  return {
    ...head,
    kind: head.kind === 'begin' && body ? 'statement-set' : head.kind,
    text: script.slice(all[first].offset, end),
    start: all[first].offset,
    end,
    line: all[first].line,
    column: all[first].column,
    closed: tokens.every(t => t.closed) && (body?.closed ?? true),
    inner: body ? splitTokens(script, all.slice(body.from, body.to), true) : [],
    tokens,
  };
}
