import type { Insert, Statement, StatementSet } from '../ast';
import { readInsert } from './changeStatement';
import type { Cursor } from './Cursor';

const NOTHING: ReadonlySet<string> = new Set();

/** `STATEMENT SET BEGIN INSERT …; END` */
export function readSet(
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
export function readBegin(
  cursor: Cursor,
  start: number,
  readOne: () => Statement,
): Statement {
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
          const read = readOne();
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
