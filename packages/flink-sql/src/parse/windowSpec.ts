import type {
  FrameBound,
  NamedWindow,
  WindowDefinition,
  WindowFrame,
  WindowSpec,
} from '../ast';
import type { Cursor } from './Cursor';
import { readExpression, readExpressions } from './expression';
import { isName, readIdentifier } from './identifier';
import { readOrderBy } from './orderBy';

/** What follows OVER. */
export function readOver(cursor: Cursor): WindowSpec | NamedWindow {
  if (cursor.is('(')) return readWindowSpec(cursor);
  const name = readIdentifier(cursor, '( or the name of a window');
  return { kind: 'NamedWindow', name, span: name.span };
}

/** `w AS (…)`, as in WINDOW. */
export function readWindowDefinition(cursor: Cursor): WindowDefinition {
  const start = cursor.offset;
  const name = readIdentifier(cursor, 'the name of a window');
  cursor.expect('AS');
  const window = readWindowSpec(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'WindowDefinition', name, window, span };
}

function readWindowSpec(cursor: Cursor): WindowSpec {
  const start = cursor.offset;
  cursor.expect('(');
  const base = isName(cursor) ? readIdentifier(cursor) : undefined;
  const isPartitioned = cursor.take('PARTITION');
  if (isPartitioned) cursor.expect('BY');
  const partitionBy = isPartitioned ? readExpressions(cursor) : [];
  const orderBy = cursor.is('ORDER') ? readOrderBy(cursor) : [];
  const frame =
    cursor.is('ROWS') || cursor.is('RANGE') ? readFrame(cursor) : undefined;
  if (cursor.takeOneOf('ALLOW', 'DISALLOW')) cursor.expect('PARTIAL');
  cursor.expect(')');
  return {
    kind: 'WindowSpec',
    ...(base && { base }),
    partitionBy,
    orderBy,
    ...(frame && { frame }),
    span: cursor.spanFrom(start),
  };
}

function readFrame(cursor: Cursor): WindowFrame {
  const start = cursor.offset;
  const unit = cursor.expectOneOf('ROWS', 'RANGE') as WindowFrame['unit'];
  const isRange = cursor.take('BETWEEN');
  const from = readBound(cursor);
  if (isRange) cursor.expect('AND');
  const to = isRange ? { to: readBound(cursor) } : {};
  return {
    kind: 'WindowFrame',
    unit,
    from,
    ...to,
    span: cursor.spanFrom(start),
  };
}

function readBound(cursor: Cursor): FrameBound {
  const start = cursor.offset;
  if (cursor.take('CURRENT', 'ROW')) {
    const span = cursor.spanFrom(start);
    return { kind: 'FrameBound', type: 'CURRENT ROW', span };
  }
  const value = cursor.take('UNBOUNDED')
    ? {}
    : { value: readExpression(cursor) };
  const type = cursor.expectOneOf('PRECEDING', 'FOLLOWING') as 'PRECEDING';
  return { kind: 'FrameBound', type, ...value, span: cursor.spanFrom(start) };
}
