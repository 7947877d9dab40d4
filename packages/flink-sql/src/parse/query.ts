import type {
  CommonTable,
  Expression,
  ExplicitTable,
  Query,
  QueryBody,
  SetOperation,
  Values,
  ValuesRow,
} from '../ast';
import { CLAUSES, ITEM_ENDS } from './clauses';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readIdentifier, readNameList, readPath } from './identifier';
import { readOrderBy } from './orderBy';
import { readSelect } from './select';

const SET_OPERATORS = ['UNION', 'INTERSECT', 'EXCEPT', 'MINUS'];

/** Tells whether a query without parentheses starts `distance` tokens ahead. */
export function isQueryStart(cursor: Cursor, distance: number): boolean {
  return ['SELECT', 'WITH', 'VALUES', 'TABLE'].includes(cursor.ahead(distance));
}

/** A query with WITH, ORDER BY, LIMIT, and set operators. */
export function readQuery(cursor: Cursor): Query {
  return cursor.nested(() => {
    const start = cursor.offset;
    return readQueryBehind(cursor, readWith(cursor), start);
  });
}

/** WITH, if it is there. */
export function readWith(cursor: Cursor): Pick<Query, 'recursive' | 'with'> {
  const isWith = cursor.take('WITH');
  const recursive = isWith && cursor.take('RECURSIVE');
  return { recursive, with: isWith ? readCommonTables(cursor) : [] };
}

/** What follows WITH. */
export function readQueryBehind(
  cursor: Cursor,
  head: Pick<Query, 'recursive' | 'with'>,
  start: number,
): Query {
  const body = readBody(cursor);
  return finishQuery(cursor, { ...head, body }, start);
}

/** `(query)` */
export function readParenthesizedQuery(cursor: Cursor): Query {
  cursor.expect('(');
  const query = readQuery(cursor);
  cursor.expect(')');
  return query;
}

/**
 * Goes on where a query in parentheses was read and turns out to be one side of
 * a set operator, or to be sorted. Gives the same query when it is neither.
 */
export function continueQuery(cursor: Cursor, query: Query): Query {
  const { start } = query.span;
  const body = readOperations(cursor, query, start, 0);
  if (body === query && !isTail(cursor)) return query;
  return finishQuery(cursor, { recursive: false, with: [], body }, start);
}

function isTail(cursor: Cursor): boolean {
  return ['ORDER', 'LIMIT', 'OFFSET', 'FETCH'].includes(cursor.word);
}

function readCommonTables(cursor: Cursor): CommonTable[] {
  const tables = [readCommonTable(cursor)];
  while (cursor.take(',')) tables.push(readCommonTable(cursor));
  return tables;
}

function readCommonTable(cursor: Cursor): CommonTable {
  const start = cursor.offset;
  const name = readIdentifier(cursor, 'a name for the query');
  const columns = cursor.is('(') ? readNameList(cursor) : undefined;
  cursor.expect('AS');
  const query = readParenthesizedQuery(cursor);
  return {
    kind: 'CommonTable',
    name,
    ...(columns && { columns }),
    query,
    span: cursor.spanFrom(start),
  };
}

function readBody(cursor: Cursor): QueryBody {
  const start = cursor.offset;
  return readOperations(cursor, readLeaf(cursor), start, 0);
}

/** INTERSECT binds before the others. */
function readOperations(
  cursor: Cursor,
  first: QueryBody,
  start: number,
  least: number,
): QueryBody {
  let left = first;
  for (;;) {
    const { word } = cursor;
    const precedence = word === 'INTERSECT' ? 2 : 1;
    if (!SET_OPERATORS.includes(word) || precedence <= least) return left;
    if (word === 'MINUS') cursor.fail('EXCEPT, which Flink knows MINUS as');
    cursor.grow();
    cursor.at += 1;
    const all = cursor.takeOneOf('ALL', 'DISTINCT') === 'ALL';
    const rightStart = cursor.offset;
    const leaf = readLeaf(cursor);
    const right = readOperations(cursor, leaf, rightStart, precedence);
    const operator = word as SetOperation['operator'];
    const span = cursor.spanFrom(start);
    left = { kind: 'SetOperation', operator, all, left, right, span };
  }
}

function readLeaf(cursor: Cursor): QueryBody {
  switch (cursor.word) {
    case 'SELECT':
      return readSelect(cursor);
    case 'VALUES':
      return readValues(cursor);
    case 'TABLE':
      return readExplicitTable(cursor);
    case '(':
      return readParenthesizedQuery(cursor);
    default:
      return cursor.recover(
        () =>
          cursor.fail('a query (SELECT, WITH, VALUES, TABLE or a parenthesis)'),
        span => ({ kind: 'UnknownQuery', span }),
        CLAUSES,
      );
  }
}

function readExplicitTable(cursor: Cursor): ExplicitTable {
  const start = cursor.offset;
  cursor.expect('TABLE');
  const table = readPath(cursor, 'the name of a table');
  return { kind: 'ExplicitTable', table, span: cursor.spanFrom(start) };
}

function readValues(cursor: Cursor): Values {
  const start = cursor.offset;
  cursor.expect('VALUES');
  const rows = [readRow(cursor)];
  while (cursor.take(',')) rows.push(readRow(cursor));
  return { kind: 'Values', rows, span: cursor.spanFrom(start) };
}

function readRow(cursor: Cursor): ValuesRow {
  return cursor.recover(
    () => readValuesRow(cursor),
    span => ({ kind: 'ValuesRow', values: [], span }),
    ITEM_ENDS,
  );
}

/** `(a, DEFAULT)`, `ROW(a)`; or a value on its own. Used by MERGE, too. */
export function readValuesRow(cursor: Cursor): ValuesRow {
  const start = cursor.offset;
  const values = readRowValues(cursor);
  return { kind: 'ValuesRow', values, span: cursor.spanFrom(start) };
}

function readRowValues(cursor: Cursor): Expression[] {
  const value = cursor.withDefaults(() => readExpression(cursor));
  return value.kind === 'Row' ? value.fields : [value];
}

/** ORDER BY, LIMIT, OFFSET and FETCH behind a body. */
function finishQuery(
  cursor: Cursor,
  parts: Pick<Query, 'recursive' | 'with' | 'body'>,
  start: number,
): Query {
  const query: Query = {
    kind: 'Query',
    ...parts,
    orderBy: [],
    span: { start, end: start },
  };
  cursor.recover(
    () => readTail(cursor, query),
    () => undefined,
    new Set(),
  );
  query.span = cursor.spanFrom(start);
  return query;
}

function readTail(cursor: Cursor, query: Query): void {
  if (cursor.is('ORDER')) query.orderBy = readOrderBy(cursor);
  const limit = cursor.here();
  if (cursor.take('LIMIT')) {
    if (!cursor.take('ALL')) query.limit = readCount(cursor, 'ALL, a number');
    if (cursor.is(',')) {
      cursor.report(
        limit,
        'Flink SQL has no LIMIT start, count: write OFFSET.',
      );
    }
  }
  const offset = cursor.here();
  if (cursor.take('OFFSET')) {
    query.offset = readCount(cursor, 'a number');
    cursor.takeOneOf('ROW', 'ROWS');
    if (cursor.is('LIMIT')) {
      cursor.report(offset, 'In Flink SQL LIMIT stands in front of OFFSET.');
    }
  }
  if (cursor.take('FETCH')) {
    cursor.expectOneOf('FIRST', 'NEXT');
    query.fetch = readCount(cursor, 'a number');
    cursor.expectOneOf('ROW', 'ROWS');
    cursor.expect('ONLY');
  }
}

/** Only a number may limit a query. */
function readCount(cursor: Cursor, what: string): Expression {
  if (!['0', '?', '${'].includes(cursor.word)) cursor.fail(`${what} or ?`);
  return readExpression(cursor);
}
