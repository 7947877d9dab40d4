import type {
  CommonTable,
  CompilePlan,
  ExecutePlan,
  Explain,
  Insert,
  Statement,
  StatementSet,
} from '../ast';
import { readAlter } from './alterStatement';
import {
  readDelete,
  readInsert,
  readTruncate,
  readUpdate,
} from './changeStatement';
import { readCreate, readReplace } from './createStatement';
import type { Cursor } from './Cursor';
import { readMerge } from './mergeStatement';
import { isQueryStart, readQueryBehind, readWith } from './query';
import { SESSION } from './sessionStatement';
import { readString } from './stringLiteral';

const NOTHING: ReadonlySet<string> = new Set();

/** One statement, to its end; what is left over is a problem. */
export function readStatement(cursor: Cursor): Statement {
  const start = cursor.offset;
  return cursor.recover<Statement>(
    () => {
      const statement = readAny(cursor);
      if (!cursor.is('')) {
        cursor.recover(
          () => cursor.fail('the end of the statement'),
          () => undefined,
          NOTHING,
        );
      }
      return statement;
    },
    () => ({ kind: 'UnknownStatement', span: cursor.spanFrom(start) }),
    NOTHING,
  );
}

function readAny(cursor: Cursor): Statement {
  const start = cursor.offset;
  const { word } = cursor;
  const isQuery = isQueryStart(cursor, 0) || word === '(';
  if (isQuery) return readQueryStatement(cursor, start, false);
  switch (word) {
    case 'INSERT':
    case 'UPSERT':
      return readInsert(cursor, start, false);
    case 'UPDATE':
      return readUpdate(cursor);
    case 'DELETE':
      return readDelete(cursor);
    case 'MERGE':
      return readMerge(cursor);
    case 'TRUNCATE':
      return readTruncate(cursor);
    case 'CREATE':
      return readCreate(cursor);
    case 'REPLACE':
      return readReplace(cursor);
    case 'ALTER':
      return readAlter(cursor);
    case 'EXPLAIN':
      return readExplain(cursor, start);
    case 'EXECUTE':
      return readExecute(cursor, start);
    case 'COMPILE':
      return readCompile(cursor, start);
    case 'BEGIN':
      return readBegin(cursor, start);
    case 'END':
      cursor.at += 1;
      return { kind: 'SetBracket', end: true, span: cursor.spanFrom(start) };
    default:
  }
  if (isDescribedQuery(cursor)) return readExplain(cursor, start);
  if (!Object.hasOwn(SESSION, word)) return cursor.fail('a statement');
  return SESSION[word](cursor, start);
}

/** Calcite reads DESCRIBE of a query or a change as EXPLAIN. */
function isDescribedQuery(cursor: Cursor): boolean {
  if (!cursor.is('DESCRIBE')) return false;
  return (
    ['SELECT', 'WITH', 'VALUES', 'STATEMENT', 'INSERT', 'UPSERT'].includes(
      cursor.ahead(1),
    ) || cursor.ahead(1) === '('
  );
}

function readQueryStatement(
  cursor: Cursor,
  start: number,
  execute: boolean,
): Statement {
  const queryStart = cursor.offset;
  const head = readWith(cursor);
  if (head.with.length > 0) {
    const change = readChangeBehindWith(cursor, head.with, start);
    if (change) return change;
  }
  const query = readQueryBehind(cursor, head, queryStart);
  const span = cursor.spanFrom(start);
  return { kind: 'QueryStatement', execute, query, span };
}

/** Not Flink's, which has WITH in front of the query; but what it means is plain. */
function readChangeBehindWith(
  cursor: Cursor,
  commons: CommonTable[],
  start: number,
): Statement | undefined {
  const place = cursor.here();
  const { word } = cursor;
  if (word !== 'INSERT' && word !== 'UPDATE') return undefined;
  cursor.report(place, `Flink SQL has no WITH in front of ${word}.`);
  if (word === 'UPDATE') return { ...readUpdate(cursor), with: commons };
  const insert = readInsert(cursor, start, false);
  const { source } = insert;
  return {
    ...insert,
    source: { ...source, with: [...commons, ...source.with] },
  };
}

const DETAILS = [
  'ESTIMATED_COST',
  'CHANGELOG_MODE',
  'JSON_EXECUTION_PLAN',
  'PLAN_ADVICE',
];

function readExplain(cursor: Cursor, start: number): Explain {
  const details: string[] = [];
  const isExplain = cursor.expectOneOf('EXPLAIN', 'DESCRIBE') === 'EXPLAIN';
  if (!isExplain) cursor.take('STATEMENT');
  else if (cursor.take('PLAN')) {
    cursor.expect('FOR');
    details.push('PLAN FOR');
  } else if (DETAILS.includes(cursor.word)) {
    do details.push(cursor.expectOneOf(...DETAILS));
    while (cursor.take(','));
  }
  const statement = readExplained(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'Explain', details, statement, span };
}

function readExplained(cursor: Cursor): Statement {
  const start = cursor.offset;
  switch (cursor.word) {
    case 'STATEMENT':
      return readSet(cursor, start, false);
    case 'EXECUTE':
      return readExecute(cursor, start);
    case 'INSERT':
    case 'UPSERT':
      return readInsert(cursor, start, false);
    case 'CREATE':
    case 'REPLACE':
      return readExplainedCreate(cursor);
    default:
      return readQueryStatement(cursor, start, false);
  }
}

function readExplainedCreate(cursor: Cursor): Statement {
  const create = cursor.is('CREATE') ? readCreate(cursor) : readReplace(cursor);
  const isWriting = create.kind === 'CreateTable' && create.query;
  if (!isWriting && cursor.is('')) {
    cursor.report(
      cursor.here(),
      'EXPLAIN reads CREATE TABLE and REPLACE TABLE only with AS and a query.',
    );
  }
  return create;
}

function readExecute(cursor: Cursor, start: number): Statement {
  cursor.expect('EXECUTE');
  switch (cursor.word) {
    case 'PLAN':
      return readExecutePlan(cursor, start);
    case 'STATEMENT':
      return readSet(cursor, start, true);
    case 'INSERT':
    case 'UPSERT':
      return readInsert(cursor, start, true);
    default:
      return readQueryStatement(cursor, start, true);
  }
}

function readExecutePlan(cursor: Cursor, start: number): ExecutePlan {
  cursor.expect('PLAN');
  const path = readString(cursor, 'the path of the plan in quotes');
  return { kind: 'ExecutePlan', path, span: cursor.spanFrom(start) };
}

function readCompile(cursor: Cursor, start: number): CompilePlan | ExecutePlan {
  cursor.expect('COMPILE');
  const isExecuted = cursor.take('AND');
  if (isExecuted) cursor.expect('EXECUTE');
  cursor.expect('PLAN');
  const path = readString(cursor, 'the path of the plan in quotes');
  const ifNotExists = !isExecuted && cursor.take('IF');
  if (ifNotExists) cursor.expect('NOT', 'EXISTS');
  cursor.expect('FOR');
  const inner = cursor.offset;
  let statement: Statement;
  if (cursor.is('STATEMENT')) statement = readSet(cursor, inner, false);
  else if (cursor.is('INSERT') || cursor.is('UPSERT')) {
    statement = readInsert(cursor, inner, false);
  } else statement = cursor.fail('INSERT or STATEMENT SET');
  const span = cursor.spanFrom(start);
  return isExecuted
    ? { kind: 'ExecutePlan', path, statement, span }
    : { kind: 'CompilePlan', path, ifNotExists, statement, span };
}

/** `STATEMENT SET BEGIN INSERT …; END` */
function readSet(
  cursor: Cursor,
  start: number,
  execute: boolean,
): StatementSet {
  cursor.expect('STATEMENT', 'SET', 'BEGIN');
  const statements: Insert[] = [];
  do {
    const { offset } = cursor;
    const insert = cursor.recover<Insert | undefined>(
      () => {
        if (!cursor.is('INSERT') && !cursor.is('UPSERT')) {
          cursor.fail(statements.length ? 'INSERT or END' : 'INSERT');
        }
        const read = readInsert(cursor, offset, false);
        if (!cursor.is(';')) cursor.fail('; and the next INSERT or END');
        return read;
      },
      () => undefined,
      NOTHING,
    );
    if (insert) statements.push(insert);
    if (!cursor.take(';')) break;
  } while (!cursor.is('END') && !cursor.is(''));
  cursor.expect('END');
  const span = cursor.spanFrom(start);
  return { kind: 'StatementSet', execute, statements, span };
}

/** `BEGIN STATEMENT SET; …; END`, or its first line when no END follows. */
function readBegin(cursor: Cursor, start: number): Statement {
  cursor.expect('BEGIN', 'STATEMENT', 'SET');
  if (cursor.is('') || cursor.is(';', '')) {
    cursor.take(';');
    return { kind: 'SetBracket', end: false, span: cursor.spanFrom(start) };
  }
  cursor.expect(';');
  const statements: Statement[] = [];
  while (!cursor.is('END') && !cursor.is('')) {
    const { offset } = cursor;
    if (cursor.take(';')) continue;
    statements.push(
      cursor.recover<Statement>(
        () => {
          if (cursor.is('BEGIN')) cursor.fail('INSERT or END');
          const read = readAny(cursor);
          if (!cursor.is(';')) cursor.fail('; and the next INSERT or END');
          return read;
        },
        () => ({ kind: 'UnknownStatement', span: cursor.spanFrom(offset) }),
        NOTHING,
      ),
    );
    cursor.take(';');
    cursor.forgive();
  }
  cursor.expect('END');
  const span = cursor.spanFrom(start);
  return { kind: 'StatementSet', execute: true, statements, span };
}
