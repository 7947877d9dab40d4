import type { CompilePlan, ExecutePlan, Explain, Statement } from '../ast';
import { readInsert } from './changeStatement';
import { readCreate, readReplace } from './createStatement';
import type { Cursor } from './Cursor';
import { readQueryStatement } from './queryStatement';
import { readSet } from './statementSet';
import { readString } from './stringLiteral';

const DETAILS = [
  'ESTIMATED_COST',
  'CHANGELOG_MODE',
  'JSON_EXECUTION_PLAN',
  'PLAN_ADVICE',
];

/** EXPLAIN, and DESCRIBE of a query. */
export function readExplain(cursor: Cursor, start: number): Explain {
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

/** EXECUTE of a plan, a statement set, an INSERT or a query. */
export function readExecute(cursor: Cursor, start: number): Statement {
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

/** COMPILE PLAN, COMPILE AND EXECUTE PLAN. */
export function readCompile(
  cursor: Cursor,
  start: number,
): CompilePlan | ExecutePlan {
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
