import { isSymbol, isWord } from './sqlTokens';
import type { SqlToken } from './sqlTokens';

/** A column that an expression names: `a`, `t.a`, `row.field`. */
export type ColumnMention = {
  parts: string[];
  /** In a condition of CASE: it decides, it is not in the value. */
  decides: boolean;
  /** Inside SUM, COUNT and the like. */
  aggregated: boolean;
};

const KEYWORDS = new Set(
  `ALL AND ANY AS ASC BETWEEN BOTH BY CASE CAST COLLATE CROSS CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATE DAY DESC
  DISTINCT DIV DOUBLE ELSE END ESCAPE EXISTS FALSE FIRST FOR FROM FULL GROUP HAVING HOUR ILIKE IN INNER INTERVAL INTO IS
  JOIN LAST LEADING LEFT LIKE LIMIT LOCALTIME LOCALTIMESTAMP MINUTE MOD MONTH NATURAL NOT NULL NULLS OFFSET ON OR ORDER
  OUTER OVER PARTITION PRECISION REGEXP RIGHT RLIKE ROWS SECOND SELECT SYMMETRIC SYSDATE THEN TIME TIMESTAMP TO TRAILING
  TRUE UNKNOWN USING VALUES WHEN WHERE WITH WITHIN WITHOUT YEAR ZONE`
    .split(/\s+/)
    .filter(Boolean),
);
const AGGREGATES = new Set([
  'COUNT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
  'GROUP_CONCAT',
  'STRING_AGG',
  'ARRAY_AGG',
  'LISTAGG',
]);
/** Words that are names of columns as often as keywords. */
const ALSO_NAMES = new Set([
  'DATE',
  'DAY',
  'FIRST',
  'HOUR',
  'LAST',
  'MINUTE',
  'MONTH',
  'SECOND',
  'TIME',
  'TIMESTAMP',
  'YEAR',
  'ZONE',
  'OFFSET',
  'VALUES',
]);

/** All columns that an expression names, in order. */
export function columnsIn(tokens: readonly SqlToken[]): ColumnMention[] {
  const found: ColumnMention[] = [];
  const cases: ('condition' | 'value')[] = [];
  const calls: boolean[] = [];
  let conditions = 0;
  let aggregates = 0;
  const enter = (state: 'condition' | 'value') => {
    if (cases.pop() === 'condition') conditions -= 1;
    cases.push(state);
    if (state === 'condition') conditions += 1;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (isSymbol(token, '(')) {
      const isAggregate = isWord(tokens[at - 1], ...AGGREGATES);
      calls.push(isAggregate);
      if (isAggregate) aggregates += 1;
    } else if (isSymbol(token, ')')) {
      if (calls.pop()) aggregates -= 1;
    } else if (isWord(token, 'CASE')) {
      cases.push('value');
      enter('condition');
    } else if (isWord(token, 'WHEN') && cases.length > 0) {
      enter('condition');
    } else if (isWord(token, 'THEN', 'ELSE') && cases.length > 0) {
      enter('value');
    } else if (isWord(token, 'END') && cases.length > 0) {
      if (cases.pop() === 'condition') conditions -= 1;
    } else if (isSymbol(token, '::')) {
      at += 1;
    } else if (isWord(token, 'AS') && calls.length > 0) {
      at = endOfType(tokens, at);
    } else if (isColumnStart(tokens, at)) {
      const parts = [token.value];
      while (isSymbol(tokens[at + 1], '.') && isName(tokens[at + 2])) {
        parts.push(tokens[at + 2].value);
        at += 2;
      }
      if (!isSymbol(tokens[at + 1], '(')) {
        found.push({
          parts,
          decides: conditions > 0,
          aggregated: aggregates > 0,
        });
      }
    }
  }
  return found;
}

/** `CAST(x AS DECIMAL(10, 2))`: the last token of the type. */
function endOfType(tokens: readonly SqlToken[], from: number): number {
  let depth = 0;
  for (let at = from + 1; at < tokens.length; at += 1) {
    if (isSymbol(tokens[at], '(')) depth += 1;
    if (isSymbol(tokens[at], ')')) depth -= 1;
    if (depth < 0) return at - 1;
  }
  return tokens.length;
}

function isName(token: SqlToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}

function isColumnStart(tokens: readonly SqlToken[], at: number): boolean {
  const token = tokens[at];
  if (token.kind === 'name') return !token.value.startsWith('${');
  if (token.kind !== 'word' || isSymbol(tokens[at - 1], '.', ':')) return false;
  if (!KEYWORDS.has(token.upper)) return true;
  if (!ALSO_NAMES.has(token.upper)) return false;
  // `DATE '2026-01-01'`, `EXTRACT(YEAR FROM t)`, `INTERVAL '1' DAY` are no columns.
  const next = tokens[at + 1];
  return (
    next?.kind !== 'text' &&
    !isWord(next, 'FROM', 'ZONE') &&
    tokens[at - 1]?.kind !== 'text' &&
    tokens[at - 1]?.kind !== 'number'
  );
}

/** The expression is nothing but a column. */
export function plainColumn(tokens: readonly SqlToken[]): string[] | undefined {
  let depth = 0;
  while (
    isSymbol(tokens[depth], '(') &&
    isSymbol(tokens[tokens.length - 1 - depth], ')')
  ) {
    depth += 1;
  }
  const inner = tokens.slice(depth, tokens.length - depth);
  const names = inner.filter((_, index) => index % 2 === 0);
  const dots = inner.filter((_, index) => index % 2 === 1);
  const isPlain =
    inner.length % 2 === 1 &&
    names.every(isName) &&
    dots.every(token => isSymbol(token, '.'));
  if (!isPlain || columnsIn(inner).length !== 1) return undefined;
  return names.map(token => token.value);
}
