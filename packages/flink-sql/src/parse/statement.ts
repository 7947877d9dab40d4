import type { Statement } from '../ast';
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
import { readCompile, readExecute, readExplain } from './planStatement';
import { isQueryStart } from './query';
import { readQueryStatement } from './queryStatement';
import { SESSION } from './sessionStatement';
import { readBegin } from './statementSet';

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
      return readBegin(cursor, start, () => readAny(cursor));
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
