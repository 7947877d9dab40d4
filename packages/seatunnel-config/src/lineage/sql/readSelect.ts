import type { JobEdgeSubtype } from '../JobLineage';
import { columnsIn, plainColumn } from './expressionColumns';
import type { SelectItem, SelectQuery, SelectTable } from './SelectQuery';
import {
  depthsOf,
  isSymbol,
  isWord,
  splitAtCommas,
  sqlTokens,
} from './sqlTokens';
import type { SqlToken } from './sqlTokens';

const MAX_LENGTH = 1_000_000;
const CLAUSES = [
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FETCH',
  'LATERAL',
];
const UNSUPPORTED = [
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'MINUS',
  'WITH',
  'INTO',
  'QUALIFY',
  'WINDOW',
  'CONNECT',
];

const SUBTYPES: Record<string, JobEdgeSubtype> = {
  WHERE: 'FILTER',
  HAVING: 'FILTER',
  GROUP: 'GROUP_BY',
  ORDER: 'SORT',
};

/** A SELECT that was read, or why it was not. */
export type SelectReading =
  | { query: SelectQuery; why?: undefined }
  | { why: string; query?: undefined };

/**
 * Reads a plain SELECT: a list, tables and joins by name, conditions. Not sub
 * queries, set operations, WITH: what is beyond it is said, not guessed.
 */
export function readSelect(sql: string): SelectReading {
  if (sql.length > MAX_LENGTH) return { why: 'it is too long' };
  const tokens = withoutEnd(sqlTokens(sql));
  if (!isWord(tokens[0], 'SELECT'))
    return { why: 'it does not begin with SELECT' };
  if (tokens.slice(1).some(token => isWord(token, 'SELECT'))) {
    return { why: 'it holds a query in a query' };
  }
  const depths = depthsOf(tokens);
  const beyond = tokens.find(
    (token, at) => depths[at] === 0 && isWord(token, ...UNSUPPORTED),
  );
  if (beyond) return { why: `it uses ${beyond.upper}` };
  const clauses = cutClauses(tokens, depths);
  const list = clauses.filter(clause => clause.word === 'SELECT')[0].tokens;
  const items = readItems(list, sql);
  if (!items) return { why: 'its list of columns is not complete' };
  const from = clauses.find(clause => clause.word === 'FROM');
  const tables = from ? readTables(from.tokens) : { tables: [], on: [] };
  if (!tables) return { why: 'what it selects from is no table' };
  return {
    query: {
      items,
      tables: tables.tables,
      deciding: [
        ...decidingColumns(tables.on, 'JOIN'),
        ...clauses.flatMap(clause => {
          const subtype = SUBTYPES[clause.word];
          return subtype ? decidingColumns(clause.tokens, subtype) : [];
        }),
      ],
      exploded: clauses.flatMap(clause =>
        clause.word === 'LATERAL' ? readExplode(clause.tokens) : [],
      ),
    },
  };
}

type Clause = { word: string; tokens: SqlToken[] };

function withoutEnd(tokens: SqlToken[]): SqlToken[] {
  let end = tokens.length;
  while (isSymbol(tokens[end - 1], ';')) end -= 1;
  return tokens.slice(0, end);
}

function cutClauses(tokens: SqlToken[], depths: number[]): Clause[] {
  const clauses: Clause[] = [{ word: 'SELECT', tokens: [] }];
  tokens.slice(1).forEach((token, index) => {
    const at = index + 1;
    const begins =
      depths[at] === 0 &&
      isWord(token, ...CLAUSES) &&
      !isSymbol(tokens[at - 1], '.');
    if (begins) clauses.push({ word: token.upper, tokens: [] });
    else clauses[clauses.length - 1].tokens.push(token);
  });
  return clauses;
}

function readItems(tokens: SqlToken[], sql: string): SelectItem[] | undefined {
  const distinct = isWord(tokens[0], 'DISTINCT', 'ALL') ? 1 : 0;
  const items = splitAtCommas(tokens.slice(distinct)).map(part =>
    readItem(part, sql),
  );
  return items.every(item => item !== undefined)
    ? (items as SelectItem[])
    : undefined;
}

function readItem(tokens: SqlToken[], sql: string): SelectItem | undefined {
  if (tokens.length === 0) return undefined;
  if (
    isSymbol(tokens.at(-1), '*') &&
    (tokens.length === 1 || isSymbol(tokens.at(-2), '.'))
  ) {
    const names = tokens.slice(0, -1).filter(token => !isSymbol(token, '.'));
    return { star: true, qualifier: names.map(token => token.value) };
  }
  const { alias, expression } = cutAlias(tokens);
  if (expression.length === 0) return undefined;
  const plain = plainColumn(expression);
  const text = sql.slice(expression[0].start, expression.at(-1)!.end);
  return {
    name: alias ?? plain?.at(-1) ?? text,
    named: alias !== undefined || plain !== undefined,
    ...(plain && { plain }),
    columns: columnsIn(expression),
  };
}

function cutAlias(tokens: SqlToken[]): {
  alias?: string;
  expression: SqlToken[];
} {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (
    !last ||
    !before ||
    (last.kind !== 'word' && last.kind !== 'name' && last.kind !== 'text')
  ) {
    return { expression: tokens };
  }
  const depths = depthsOf(tokens);
  if (depths.at(-1) !== 0) return { expression: tokens };
  if (isWord(before, 'AS'))
    return { alias: last.value, expression: tokens.slice(0, -2) };
  const follows =
    last.kind !== 'text' &&
    !isWord(last, 'END', 'NULL', 'TRUE', 'FALSE', 'UNKNOWN') &&
    (isSymbol(before, ')') ||
      isWord(before, 'END', 'NULL', 'TRUE', 'FALSE') ||
      before.kind === 'name' ||
      isSymbol(tokens.at(-3), '.') ||
      before.kind === 'text' ||
      before.kind === 'number' ||
      (before.kind === 'word' && columnsIn([before]).length === 1));
  if (!follows) return { expression: tokens };
  return { alias: last.value, expression: tokens.slice(0, -1) };
}

const JOIN_WORDS = [
  'JOIN',
  'INNER',
  'LEFT',
  'RIGHT',
  'FULL',
  'OUTER',
  'CROSS',
  'NATURAL',
];

function readTables(
  tokens: SqlToken[],
): { tables: SelectTable[]; on: SqlToken[] } | undefined {
  const tables: SelectTable[] = [];
  const on: SqlToken[] = [];
  let part: SqlToken[] = [];
  let inCondition = false;
  let good = true;
  const close = () => {
    if (part.length === 0) return;
    const table = readTable(part);
    if (table) tables.push(table);
    else good = false;
    part = [];
  };
  const depths = depthsOf(tokens);
  tokens.forEach((token, at) => {
    if (
      depths[at] === 0 &&
      (isWord(token, ...JOIN_WORDS) || isSymbol(token, ','))
    ) {
      close();
      inCondition = false;
    } else if (depths[at] === 0 && isWord(token, 'ON', 'USING')) {
      close();
      inCondition = true;
    } else if (inCondition) on.push(token);
    else part.push(token);
  });
  close();
  return good && tables.length > 0 ? { tables, on } : undefined;
}

function readTable(tokens: SqlToken[]): SelectTable | undefined {
  const path: string[] = [];
  let at = 0;
  for (; at < tokens.length; at += 2) {
    if (tokens[at].kind !== 'word' && tokens[at].kind !== 'name')
      return undefined;
    path.push(tokens[at].value);
    if (!isSymbol(tokens[at + 1], '.')) break;
  }
  const rest = tokens.slice(at + 1);
  if (isWord(rest[0], 'AS')) rest.shift();
  if (rest.length === 0) return { path };
  const [alias] = rest;
  if (rest.length > 1 || (alias.kind !== 'word' && alias.kind !== 'name'))
    return undefined;
  return { path, alias: alias.value };
}

function decidingColumns(tokens: SqlToken[], subtype: JobEdgeSubtype) {
  return columnsIn(tokens).map(({ parts }) => ({ parts, subtype }));
}

/** `VIEW [OUTER] EXPLODE(…) [table] AS name`. */
function readExplode(tokens: SqlToken[]): SelectQuery['exploded'] {
  const as = tokens.findLastIndex(token => isWord(token, 'AS'));
  const name = tokens[as + 1];
  const call = tokens.findIndex(token => isSymbol(token, '('));
  if (as < 0 || !name || call < 0) return [];
  return [{ name: name.value, columns: columnsIn(tokens.slice(call, as)) }];
}
