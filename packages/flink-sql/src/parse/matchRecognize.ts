import type {
  Identifier,
  MatchRecognize,
  PatternDefinition,
  PatternSubset,
  SelectItem,
  TableReference,
} from '../ast';
import type { Cursor } from './Cursor';
import { readExpression, readExpressions } from './expression';
import { readIdentifier, readList, readNameList } from './identifier';
import { readOrderBy } from './orderBy';

/** MATCH_RECOGNIZE behind a table, if it is there. */
export function readMatchRecognize(
  cursor: Cursor,
  input: TableReference,
  start: number,
): TableReference {
  if (!cursor.take('MATCH_RECOGNIZE')) return input;
  cursor.expect('(');
  const match: MatchRecognize = {
    kind: 'MatchRecognize',
    input,
    partitionBy: [],
    orderBy: [],
    measures: [],
    variables: [],
    subsets: [],
    define: [],
    span: { start, end: start },
  };
  if (cursor.take('PARTITION')) {
    cursor.expect('BY');
    match.partitionBy = readExpressions(cursor);
  }
  if (cursor.is('ORDER')) match.orderBy = readOrderBy(cursor);
  if (cursor.take('MEASURES')) {
    match.measures = readList(cursor, () => readMeasure(cursor));
  }
  readRows(cursor, match);
  readAfterMatch(cursor, match);
  readPattern(cursor, match);
  readDefinitions(cursor, match);
  cursor.expect(')');
  match.span = cursor.spanFrom(start);
  return match;
}

function readMeasure(cursor: Cursor): SelectItem {
  const start = cursor.offset;
  const expression = readExpression(cursor);
  cursor.expect('AS');
  const alias = readIdentifier(cursor, 'a name for the measure');
  const span = cursor.spanFrom(start);
  return { kind: 'SelectItem', expression, alias, span };
}

function readRows(cursor: Cursor, match: MatchRecognize): void {
  const rows = cursor.takeOneOf('ONE', 'ALL') as 'ONE' | undefined;
  if (!rows) return;
  match.rowsPerMatch = rows;
  cursor.expect(rows === 'ONE' ? 'ROW' : 'ROWS', 'PER', 'MATCH');
}

function readAfterMatch(cursor: Cursor, match: MatchRecognize): void {
  const start = cursor.offset;
  if (!cursor.take('AFTER')) return;
  cursor.expect('MATCH', 'SKIP');
  if (cursor.take('PAST')) cursor.expect('LAST', 'ROW');
  else {
    cursor.expect('TO');
    if (cursor.take('NEXT')) cursor.expect('ROW');
    else {
      if (cursor.is('FIRST') || cursor.is('LAST')) cursor.at += 1;
      readIdentifier(cursor, 'a variable of the pattern');
    }
  }
  match.afterMatch = cursor.spanFrom(start);
}

function readPattern(cursor: Cursor, match: MatchRecognize): void {
  cursor.expect('PATTERN', '(');
  const start = cursor.offset;
  cursor.take('^');
  const seen = new Map<string, Identifier>();
  readAlternatives(cursor, seen);
  cursor.take('$');
  match.pattern = cursor.spanFrom(start);
  match.variables = [...seen.values()];
  cursor.expect(')');
  if (cursor.take('WITHIN')) match.within = readExpression(cursor);
}

/** `A B* | (C D)+ | PERMUTE(A, B) | {- A -}` */
function readAlternatives(cursor: Cursor, seen: Map<string, Identifier>): void {
  cursor.nested(() => {
    do {
      do readFactor(cursor, seen);
      while (!cursor.is(')') && !isEndOfTerm(cursor));
    } while (cursor.take('|'));
  });
}

function isEndOfTerm(cursor: Cursor): boolean {
  return ['|', '-', ',', '$', '', ';'].includes(cursor.word);
}

function readFactor(cursor: Cursor, seen: Map<string, Identifier>): void {
  if (cursor.take('(')) {
    readAlternatives(cursor, seen);
    cursor.expect(')');
  } else if (cursor.is('{', '-')) {
    cursor.at += 2;
    readAlternatives(cursor, seen);
    cursor.expect('-', '}');
  } else if (cursor.take('PERMUTE')) {
    cursor.expect('(');
    readList(cursor, () => readAlternatives(cursor, seen));
    cursor.expect(')');
  } else {
    const variable = readIdentifier(cursor, 'a variable of the pattern');
    const key = variable.name;
    if (!seen.has(key)) seen.set(key, variable);
  }
  readQuantifier(cursor);
}

function readQuantifier(cursor: Cursor): void {
  if (cursor.takeOneOf('*', '+', '?')) {
    cursor.take('?');
    return;
  }
  if (!cursor.is('{') || cursor.ahead(1) === '-') return;
  cursor.at += 1;
  const isFrom = cursor.take('0');
  const isRange = cursor.take(',');
  if (isRange) cursor.take('0');
  if (!isFrom && !isRange) cursor.fail('a number');
  cursor.expect('}');
  cursor.take('?');
}

function readDefinitions(cursor: Cursor, match: MatchRecognize): void {
  if (cursor.take('SUBSET')) {
    match.subsets = readList(cursor, () => readSubset(cursor));
  }
  cursor.expect('DEFINE');
  match.define = readList(cursor, () => readDefinition(cursor));
}

function readSubset(cursor: Cursor): PatternSubset {
  const start = cursor.offset;
  const name = readIdentifier(cursor, 'a name for the subset');
  cursor.expect('=');
  const variables = readNameList(cursor, 'a variable of the pattern');
  return {
    kind: 'PatternSubset',
    name,
    variables,
    span: cursor.spanFrom(start),
  };
}

function readDefinition(cursor: Cursor): PatternDefinition {
  const start = cursor.offset;
  const name = readIdentifier(cursor, 'a variable of the pattern');
  cursor.expect('AS');
  const condition = readExpression(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'PatternDefinition', name, condition, span };
}
