import type { Expression, FunctionCall } from '../ast';
import { pushArgument, readKeyword, startCall } from './builtInCall';
import type { Cursor } from './Cursor';
import { readDataType } from './dataType';
import { readExpression } from './expression';
import { readSuffixes } from './functionCall';
import { readIdentifier } from './identifier';
import { readOrderBy } from './orderBy';

const READERS: Record<string, (cursor: Cursor, call: FunctionCall) => void> = {
  JSON_EXISTS: (cursor, call) => {
    readPathArguments(cursor, call);
    readBehaviours(cursor, call, ['TRUE', 'FALSE', 'UNKNOWN', 'ERROR']);
  },
  JSON_VALUE: (cursor, call) => {
    readPathArguments(cursor, call);
    readReturning(cursor, call);
    readBehaviours(cursor, call, ['NULL', 'ERROR', 'DEFAULT']);
  },
  JSON_QUERY: (cursor, call) => {
    readPathArguments(cursor, call);
    readReturning(cursor, call);
    readWrapper(cursor, call);
    readBehaviours(cursor, call, ['NULL', 'ERROR', 'EMPTY']);
  },
  JSON_OBJECT: (cursor, call) => {
    if (!isNullClause(cursor) && !cursor.is(')')) {
      do readPair(cursor, call);
      while (cursor.take(','));
    }
    readNullClause(cursor, call);
  },
  JSON_OBJECTAGG: (cursor, call) => {
    readPair(cursor, call);
    readNullClause(cursor, call);
  },
  JSON_ARRAY: (cursor, call) => {
    if (!isNullClause(cursor) && !cursor.is(')')) {
      do pushArgument(call, readExpression(cursor));
      while (cursor.take(','));
    }
    readNullClause(cursor, call);
  },
  JSON_ARRAYAGG: (cursor, call) => {
    pushArgument(call, readExpression(cursor));
    if (cursor.is('ORDER')) call.orderBy = readOrderBy(cursor);
    readNullClause(cursor, call);
  },
};

/** Tells whether the word is one of SQL's JSON functions. */
export function isJsonFunction(word: string): boolean {
  return Object.hasOwn(READERS, word);
}

/** @see isJsonFunction */
export function readJsonFunction(cursor: Cursor, word: string): Expression {
  const call = startCall(cursor);
  READERS[word](cursor, call);
  cursor.expect(')');
  if (word === 'JSON_ARRAYAGG' && cursor.is('WITHIN')) {
    readSuffixes(cursor, call);
  }
  call.span = cursor.spanFrom(call.span.start);
  return call;
}

/** The document, the path, PASSING. */
function readPathArguments(cursor: Cursor, call: FunctionCall): void {
  pushArgument(call, readExpression(cursor));
  cursor.expect(',');
  pushArgument(call, readExpression(cursor));
  if (!cursor.take('PASSING')) return;
  do {
    pushArgument(call, readExpression(cursor));
    cursor.expect('AS');
    readIdentifier(cursor);
  } while (cursor.take(','));
}

function readReturning(cursor: Cursor, call: FunctionCall): void {
  const start = cursor.offset;
  if (!cursor.take('RETURNING')) return;
  const { name } = readDataType(cursor, true);
  const word = `RETURNING ${name}`;
  call.modifiers.push({ kind: 'Keyword', word, span: cursor.spanFrom(start) });
}

/** `NULL ON EMPTY`, `DEFAULT 1 ON ERROR`, … */
function readBehaviours(
  cursor: Cursor,
  call: FunctionCall,
  first: string[],
): void {
  while (first.includes(cursor.word)) {
    const isDefault = cursor.is('DEFAULT');
    const isEmpty = cursor.is('EMPTY');
    call.modifiers.push(readKeyword(cursor));
    if (isDefault) call.modifiers.push(readExpression(cursor));
    if (isEmpty) {
      if (!cursor.is('ARRAY') && !cursor.is('OBJECT')) {
        cursor.fail('ARRAY or OBJECT');
      }
      call.modifiers.push(readKeyword(cursor));
    }
    cursor.expect('ON');
    if (!cursor.is('EMPTY') && !cursor.is('ERROR')) {
      cursor.fail('EMPTY or ERROR');
    }
    call.modifiers.push(readKeyword(cursor));
  }
}

function readWrapper(cursor: Cursor, call: FunctionCall): void {
  const start = cursor.offset;
  const without = cursor.is('WITHOUT');
  if (!cursor.takeOneOf('WITH', 'WITHOUT')) return;
  if (!without) cursor.takeOneOf('CONDITIONAL', 'UNCONDITIONAL');
  cursor.take('ARRAY');
  cursor.expect('WRAPPER');
  const word = without ? 'WITHOUT WRAPPER' : 'WITH WRAPPER';
  call.modifiers.push({ kind: 'Keyword', word, span: cursor.spanFrom(start) });
}

/** `KEY k VALUE v`, `k VALUE v`, `k : v`. */
function readPair(cursor: Cursor, call: FunctionCall): void {
  const isKey = !['VALUE', ':', '.', '('].includes(cursor.ahead(1));
  if (isKey) cursor.take('KEY');
  pushArgument(call, readExpression(cursor));
  cursor.expectOneOf('VALUE', ':');
  pushArgument(call, readExpression(cursor));
}

function isNullClause(cursor: Cursor): boolean {
  return cursor.is('NULL', 'ON') || cursor.is('ABSENT', 'ON');
}

function readNullClause(cursor: Cursor, call: FunctionCall): void {
  if (!isNullClause(cursor)) return;
  const start = cursor.offset;
  const word = `${cursor.next().text.toUpperCase()} ON NULL`;
  cursor.expect('ON', 'NULL');
  call.modifiers.push({ kind: 'Keyword', word, span: cursor.spanFrom(start) });
}
