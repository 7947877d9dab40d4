import type { Join, Query, TableAlias, TableReference } from '../ast';
import type { Cursor } from './Cursor';
import { readExpression, readExpressionOrQuery } from './expression';
import { finishCall } from './functionCall';
import { readHints } from './hint';
import {
  isName,
  readIdentifier,
  readInParentheses,
  readNameList,
  readPath,
} from './identifier';
import { readJoins } from './join';
import { isMeantAsName } from './meantName';
import { readMatchRecognize } from './matchRecognize';
import { readPivots } from './pivot';
import { continueQuery, isQueryStart, readParenthesizedQuery } from './query';

/** A table without its alias, and whether it may be one side of a set operator. */
type Start = { table: TableReference; query?: Query };

/** What follows FROM: tables, joins, commas. */
export function readFrom(cursor: Cursor): TableReference {
  const start = cursor.offset;
  return readJoins(cursor, readTable(cursor), start, true);
}

/** One table with its alias. */
export function readTable(cursor: Cursor): TableReference {
  return cursor.nested(() => {
    const start = cursor.offset;
    return finishTable(cursor, readTableStart(cursor), start);
  });
}

function readTableStart(cursor: Cursor): TableReference {
  const start = cursor.offset;
  const lateral = cursor.take('LATERAL');
  if (cursor.is('(')) return readParenthesized(cursor, lateral, start);
  if (cursor.is('UNNEST')) return readUnnest(cursor, lateral, start);
  if (cursor.is('TABLE')) return readFunctionTable(cursor, lateral, start);
  if (lateral) cursor.fail('TABLE, UNNEST or (');
  if (!isName(cursor) && !isMeantAsName(cursor)) {
    return readIdentifier(cursor, 'a table') as never;
  }
  return readNamed(cursor, start);
}

function readNamed(cursor: Cursor, start: number): TableReference {
  const path = readPath(cursor);
  if (cursor.is('(')) {
    const call = finishCall(cursor, path.parts, start);
    return { kind: 'FunctionTable', lateral: false, call, span: call.span };
  }
  const hints = readHints(cursor);
  const asOf = readAsOf(cursor);
  const span = cursor.spanFrom(start);
  const table = { kind: 'NamedTable' as const, path, hints, ...asOf, span };
  return readMatchRecognize(cursor, table, start);
}

/** `FOR SYSTEM_TIME AS OF …` */
function readAsOf(
  cursor: Cursor,
): Partial<Pick<Extract<TableReference, { kind: 'NamedTable' }>, 'asOf'>> {
  if (!cursor.take('FOR')) return {};
  cursor.expect('SYSTEM_TIME', 'AS', 'OF');
  return { asOf: readExpression(cursor) };
}

/** A query or a join in parentheses. */
function readParenthesized(
  cursor: Cursor,
  lateral: boolean,
  start: number,
): TableReference {
  const inner = readInside(cursor);
  const span = cursor.spanFrom(start);
  const table: TableReference = inner.query
    ? { kind: 'DerivedTable', lateral, query: inner.query, span }
    : inner.table;
  return readMatchRecognize(cursor, table, start);
}

/**
 * `(…)`. Only what follows an inner parenthesis tells whether it is a side of a
 * set operator or of a join.
 */
function readInside(cursor: Cursor): Start {
  return cursor.nested(() => {
    const start = cursor.offset;
    if (isQueryStart(cursor, 1) && !cursor.is('(', 'TABLE', '(')) {
      const query = readParenthesizedQuery(cursor);
      const span = cursor.spanFrom(start);
      return {
        query,
        table: { kind: 'DerivedTable', lateral: false, query, span },
      };
    }
    cursor.expect('(');
    const inside = cursor.offset;
    const first = cursor.is('(')
      ? readInside(cursor)
      : { table: readTableStart(cursor) };
    if (first.query) {
      const query = continueQuery(cursor, first.query);
      if (cursor.take(')')) {
        const span = cursor.spanFrom(start);
        return {
          query,
          table: { kind: 'DerivedTable', lateral: false, query, span },
        };
      }
    }
    const table = finishTable(cursor, first.table, inside);
    const joined = readJoins(cursor, table, inside, false);
    if (!cursor.take(')')) cursor.fail('JOIN or )');
    if (table === joined && joined.kind !== 'Join') {
      const { start: from, end } = joined.span;
      cursor.report(
        { start: from + (first.query ? 1 : 0), end },
        'Only a query or a join stands in parentheses here.',
      );
    }
    return { table: joined };
  });
}

function readUnnest(
  cursor: Cursor,
  lateral: boolean,
  start: number,
): TableReference {
  cursor.expect('UNNEST');
  const args = isQueryStart(cursor, 1)
    ? [readQueryArgument(cursor)]
    : readInParentheses(cursor, () => readExpressionOrQuery(cursor));
  const ordinality = cursor.take('WITH');
  if (ordinality) cursor.expect('ORDINALITY');
  const span = cursor.spanFrom(start);
  return { kind: 'Unnest', lateral, args, ordinality, span };
}

function readQueryArgument(
  cursor: Cursor,
): Extract<TableReference, { kind: 'Unnest' }>['args'][0] {
  const start = cursor.offset;
  const query = readParenthesizedQuery(cursor);
  return { kind: 'Subquery', query, span: cursor.spanFrom(start) };
}

/** `TABLE(f(…))` */
function readFunctionTable(
  cursor: Cursor,
  lateral: boolean,
  start: number,
): TableReference {
  cursor.expect('TABLE', '(');
  cursor.take('SPECIFIC');
  const callStart = cursor.offset;
  const { parts } = readPath(cursor, 'the name of a function');
  const call = finishCall(cursor, parts, callStart);
  cursor.expect(')');
  const span = cursor.spanFrom(start);
  return { kind: 'FunctionTable', lateral, call, span };
}

/** PIVOT, the alias and TABLESAMPLE. */
function finishTable(
  cursor: Cursor,
  started: TableReference,
  start: number,
): TableReference {
  const table = readPivots(cursor, started, start);
  const alias = readAlias(cursor);
  if (alias) {
    if (table.kind === 'Join') {
      const end = table.left.span.end + 1;
      const message = 'A join in parentheses takes no alias in Flink SQL.';
      cursor.report({ start: end, end: end + 1 }, message);
    } else if (table.kind !== 'UnknownTable') table.alias = alias;
  }
  const sample = readSample(cursor);
  if (sample && isSampled(table)) table.sample = sample;
  table.span = cursor.spanFrom(start);
  const match = readMatchRecognize(cursor, table, start);
  return match === table ? table : finishTable(cursor, match, start);
}

function isSampled(
  table: TableReference,
): table is Extract<TableReference, { sample?: unknown }> {
  return ['NamedTable', 'DerivedTable', 'FunctionTable'].includes(table.kind);
}

/** `AS t (a, b)`, `t`; nothing when there is none. */
export function readAlias(cursor: Cursor): TableAlias | undefined {
  const start = cursor.offset;
  if (!cursor.take('AS') && !isName(cursor)) return undefined;
  // ASOF is a name, but never the alias in front of JOIN.
  if (cursor.is('ASOF', 'JOIN')) return undefined;
  const name = readIdentifier(cursor, 'an alias');
  const columns = cursor.is('(') ? readNameList(cursor) : undefined;
  return {
    kind: 'TableAlias',
    name,
    ...(columns && { columns }),
    span: cursor.spanFrom(start),
  };
}

function readSample(cursor: Cursor): Join['span'] | undefined {
  const start = cursor.offset;
  if (!cursor.take('TABLESAMPLE')) return undefined;
  const method = cursor.expectOneOf('BERNOULLI', 'SYSTEM', 'SUBSTITUTE');
  const isNamed = method === 'SUBSTITUTE';
  cursor.expect('(');
  if (!cursor.take(isNamed ? "'" : '0')) {
    cursor.fail(isNamed ? 'a name in quotes' : 'a number');
  }
  cursor.expect(')');
  if (cursor.take('REPEATABLE')) {
    cursor.expect('(');
    cursor.take('-');
    cursor.expect('0');
    cursor.expect(')');
  }
  return cursor.spanFrom(start);
}
