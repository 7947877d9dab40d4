import { isSymbol, isWord, splitAtCommas, sqlTokens } from './sqlTokens';
import type { SqlToken } from './sqlTokens';

/** `INSERT INTO a.b (x, y) VALUES (?, :n)`. */
export type InsertStatement = {
  path: string[];
  /** Absent where the statement has no list. */
  columns?: string[];
  /** For each value: the number of the `?`, the name of `:name`, or neither. */
  values: ({ position: number } | { name: string } | undefined)[];
};

/** Reads an INSERT, REPLACE or UPSERT of one row; undefined for anything else. */
export function readInsert(sql: string): InsertStatement | undefined {
  if (sql.length > 1_000_000) return undefined;
  const tokens = sqlTokens(sql);
  const into = tokens.findIndex(token => isWord(token, 'INTO'));
  if (!isWord(tokens[0], 'INSERT', 'REPLACE', 'UPSERT') || into < 0 || into > 4)
    return undefined;
  let at = into + 1;
  if (isWord(tokens[at], 'TABLE')) at += 1;
  const path: string[] = [];
  for (; at < tokens.length; at += 2) {
    if (tokens[at].kind !== 'word' && tokens[at].kind !== 'name')
      return undefined;
    path.push(tokens[at].value);
    if (!isSymbol(tokens[at + 1], '.')) break;
  }
  at += 1;
  let columns: string[] | undefined;
  if (isSymbol(tokens[at], '(')) {
    const end = closing(tokens, at);
    const names = splitAtCommas(tokens.slice(at + 1, end));
    if (names.some(name => name.length !== 1)) return undefined;
    columns = names.map(([name]) => name.value);
    at = end + 1;
  }
  if (
    path.length === 0 ||
    !isWord(tokens[at], 'VALUES', 'VALUE') ||
    !isSymbol(tokens[at + 1], '(')
  ) {
    return undefined;
  }
  const values = splitAtCommas(tokens.slice(at + 2, closing(tokens, at + 1)));
  return { path, ...(columns && { columns }), values: readValues(values) };
}

function readValues(values: SqlToken[][]): InsertStatement['values'] {
  let position = 0;
  return values.map(value => {
    const colon = value.findIndex(token => isSymbol(token, ':'));
    if (colon >= 0 && value[colon + 1]) return { name: value[colon + 1].value };
    if (!value.some(token => isSymbol(token, '?'))) return undefined;
    position += 1;
    return { position: position - 1 };
  });
}

function closing(tokens: SqlToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (isSymbol(tokens[at], '(')) depth += 1;
    if (isSymbol(tokens[at], ')')) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}
