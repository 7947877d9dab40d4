import type { CommonTable, Statement } from '../ast';
import { readInsert, readUpdate } from './changeStatement';
import type { Cursor } from './Cursor';
import { readQueryBehind, readWith } from './query';

/** A query on its own; `execute` when EXECUTE stood in front. */
export function readQueryStatement(
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
