import type { Join, TableReference } from '../ast';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readNameList } from './identifier';
import { readTable } from './tableReference';

/** Joins behind a table; commas only outside of parentheses. */
export function readJoins(
  cursor: Cursor,
  first: TableReference,
  start: number,
  commas: boolean,
): TableReference {
  let left = first;
  for (;;) {
    const join = readJoin(cursor, left, start, commas);
    if (!join) return left;
    cursor.grow();
    left = join;
  }
}

function readJoin(
  cursor: Cursor,
  left: TableReference,
  start: number,
  commas: boolean,
): Join | undefined {
  if (commas && cursor.is(',')) {
    cursor.at += 1;
    const right = readTable(cursor);
    const span = cursor.spanFrom(start);
    return { kind: 'Join', type: 'comma', natural: false, left, right, span };
  }
  if (cursor.is('CROSS', 'APPLY') || cursor.is('OUTER', 'APPLY')) {
    return readApply(cursor, left, start);
  }
  const natural = cursor.take('NATURAL');
  const type = readType(cursor);
  if (!type) return natural ? cursor.fail('JOIN') : undefined;
  const right = readTable(cursor);
  const join: Join = {
    kind: 'Join',
    type,
    natural,
    left,
    right,
    span: { start, end: start },
  };
  readCondition(cursor, join);
  join.span = cursor.spanFrom(start);
  return join;
}

function readType(cursor: Cursor): Join['type'] | undefined {
  const { word } = cursor;
  switch (word) {
    case 'JOIN':
      cursor.at += 1;
      return 'inner';
    case 'INNER':
    case 'CROSS':
      cursor.at += 1;
      if (!cursor.take('JOIN')) cursor.failBehind('JOIN');
      return word === 'INNER' ? 'inner' : 'cross';
    case 'LEFT':
    case 'RIGHT':
    case 'FULL':
      cursor.at += 1;
      if (!cursor.take('OUTER') && !cursor.is('JOIN')) {
        cursor.failBehind('OUTER or JOIN');
      }
      cursor.expect('JOIN');
      return word.toLowerCase() as 'left';
    case 'ASOF':
      if (!cursor.take('ASOF', 'JOIN')) return undefined;
      return 'asof';
    default:
      return undefined;
  }
}

function readCondition(cursor: Cursor, join: Join): void {
  if (cursor.take('MATCH_CONDITION')) join.match = readExpression(cursor);
  if (cursor.take('ON')) join.on = readExpression(cursor);
  else if (cursor.take('USING')) join.using = readNameList(cursor);
}

/** Calcite reads APPLY and then tells that Flink has none. */
function readApply(cursor: Cursor, left: TableReference, start: number): Join {
  const type = cursor.is('OUTER') ? 'left' : 'cross';
  cursor.at += 2;
  const right = readTable(cursor);
  cursor.at -= 1;
  const last = cursor.here();
  cursor.at += 1;
  cursor.report(last, 'Flink SQL has no APPLY: write JOIN LATERAL TABLE(…).');
  const span = cursor.spanFrom(start);
  return { kind: 'Join', type, natural: false, left, right, span };
}
