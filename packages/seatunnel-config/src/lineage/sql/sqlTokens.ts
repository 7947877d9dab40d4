/** A piece of SQL. */
export type SqlToken = {
  kind: 'word' | 'name' | 'text' | 'number' | 'symbol';
  /** Names without their quotes; words as written. */
  value: string;
  /** Words in upper case; other tokens as `value`. */
  upper: string;
  start: number;
  end: number;
};

const TOKEN =
  /(\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(\$\{[^}]*\}?)|([\p{L}_@#][\p{L}\p{N}_$@#]*)|`([^`]*)`|"([^"]*)"|(?<![\p{L}\p{N}_\])])\[([\p{L}_][^\]]*)\]|'((?:[^'\\]|''|\\[\s\S])*)'?|(\d[\d.eE]*)|(::|<>|!=|<=|>=|\|\||[\s\S])/uy;

/** The tokens of a statement; comments and blanks are left out. */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(sql);
    if (!match) break;
    const end = TOKEN.lastIndex;
    const [, blank, open, word, tick, double, bracket, text, number, symbol] =
      match;
    if (blank !== undefined) continue;
    const add = (kind: SqlToken['kind'], value: string) =>
      tokens.push({
        kind,
        value,
        upper: kind === 'word' ? value.toUpperCase() : value,
        start,
        end,
      });
    if (open !== undefined) add('name', open);
    else if (word !== undefined) add('word', word);
    else if (tick !== undefined) add('name', tick);
    else if (double !== undefined) add('name', double);
    else if (bracket !== undefined) add('name', bracket);
    else if (text !== undefined) add('text', text);
    else if (number !== undefined) add('number', number);
    else add('symbol', symbol);
  }
  return tokens;
}

/** True for a keyword that stands there unquoted. */
export function isWord(
  token: SqlToken | undefined,
  ...words: string[]
): boolean {
  return token?.kind === 'word' && words.includes(token.upper);
}

/** True for a symbol. */
export function isSymbol(
  token: SqlToken | undefined,
  ...symbols: string[]
): boolean {
  return token?.kind === 'symbol' && symbols.includes(token.value);
}

/** Depth of parentheses before each token. */
export function depthsOf(tokens: readonly SqlToken[]): number[] {
  let depth = 0;
  return tokens.map(token => {
    if (isSymbol(token, ')')) depth -= 1;
    const here = depth;
    if (isSymbol(token, '(')) depth += 1;
    return here;
  });
}

/** Parts of a list, cut at commas outside of parentheses. */
export function splitAtCommas(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(', '[')) depth += 1;
    if (isSymbol(token, ')', ']')) depth -= 1;
    if (depth === 0 && isSymbol(token, ',')) parts.push([]);
    else parts[parts.length - 1].push(token);
  }
  return parts;
}
