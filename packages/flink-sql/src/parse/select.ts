import type {
  Expression,
  GroupBy,
  GroupingConstruct,
  GroupItem,
  Select,
  SelectItem,
  TableReference,
} from '../ast';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readHints } from './hint';
import { isName, readIdentifier, readInParentheses } from './identifier';
import { readFrom } from './tableReference';
import { readWindowDefinition } from './windowSpec';

/** What starts the next part of a query, where reading goes on after a misfit. */
export const CLAUSES: ReadonlySet<string> = new Set([
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'QUALIFY',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FETCH',
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'MINUS',
]);

const ITEM_ENDS: ReadonlySet<string> = new Set([',', ...CLAUSES]);

/** SELECT up to QUALIFY. */
export function readSelect(cursor: Cursor): Select {
  const start = cursor.offset;
  cursor.expect('SELECT');
  const select: Select = {
    kind: 'Select',
    hints: readHints(cursor),
    stream: cursor.take('STREAM'),
    distinct: cursor.takeOneOf('DISTINCT', 'ALL') === 'DISTINCT',
    items: [],
    windows: [],
    span: { start, end: start },
  };
  do select.items.push(readItem(cursor));
  while (cursor.take(','));
  if (cursor.take('FROM')) readRest(cursor, select);
  select.span = cursor.spanFrom(start);
  return select;
}

function readItem(cursor: Cursor): SelectItem {
  const { offset } = cursor;
  return cursor.recover(
    () => readSelectItem(cursor),
    span => ({
      kind: 'SelectItem',
      expression: { kind: 'UnknownExpression', span },
      span: cursor.spanFrom(offset),
    }),
    ITEM_ENDS,
  );
}

/** A value or a star, with or without an alias. Used by MEASURES, too. */
export function readSelectItem(cursor: Cursor): SelectItem {
  const start = cursor.offset;
  const expression = readValue(cursor);
  const hasAs = cursor.take('AS');
  const alias =
    hasAs || isName(cursor) ? readIdentifier(cursor, 'an alias') : undefined;
  return {
    kind: 'SelectItem',
    expression,
    ...(alias && { alias }),
    span: cursor.spanFrom(start),
  };
}

function readValue(cursor: Cursor): Expression {
  const start = cursor.offset;
  if (!cursor.take('*')) return readExpression(cursor);
  return { kind: 'Star', qualifier: [], span: cursor.spanFrom(start) };
}

function readRest(cursor: Cursor, select: Select): void {
  select.from = cursor.recover<TableReference>(
    () => readFrom(cursor),
    span => ({ kind: 'UnknownTable', span }),
    CLAUSES,
  );
  if (cursor.take('WHERE')) select.where = readCondition(cursor);
  if (cursor.is('GROUP')) select.groupBy = readGroupBy(cursor);
  if (cursor.take('HAVING')) select.having = readCondition(cursor);
  if (cursor.take('WINDOW')) {
    cursor.recover(
      () => {
        do select.windows.push(readWindowDefinition(cursor));
        while (cursor.take(','));
      },
      () => undefined,
      CLAUSES,
    );
  }
  if (cursor.take('QUALIFY')) select.qualify = readCondition(cursor);
}

function readCondition(cursor: Cursor): Expression {
  return cursor.recover<Expression>(
    () => readExpression(cursor),
    span => ({ kind: 'UnknownExpression', span }),
    CLAUSES,
  );
}

function readGroupBy(cursor: Cursor): GroupBy {
  const start = cursor.offset;
  const items: GroupItem[] = [];
  let distinct = false;
  cursor.recover(
    () => {
      cursor.expect('GROUP', 'BY');
      distinct = cursor.takeOneOf('DISTINCT', 'ALL') === 'DISTINCT';
      do items.push(readGroupItem(cursor));
      while (cursor.take(','));
    },
    () => undefined,
    CLAUSES,
  );
  return { kind: 'GroupBy', distinct, items, span: cursor.spanFrom(start) };
}

function readGroupItem(cursor: Cursor): GroupItem {
  return cursor.nested(() => {
    const start = cursor.offset;
    if (cursor.take('GROUPING', 'SETS')) {
      return readSets(cursor, 'GROUPING SETS', start);
    }
    if (cursor.take('ROLLUP')) return readSets(cursor, 'ROLLUP', start);
    if (cursor.take('CUBE')) return readSets(cursor, 'CUBE', start);
    if (cursor.take('(', ')')) {
      const span = cursor.spanFrom(start);
      return { kind: 'Row', explicit: false, fields: [], span };
    }
    return readExpression(cursor);
  });
}

function readSets(
  cursor: Cursor,
  type: GroupingConstruct['type'],
  start: number,
): GroupingConstruct {
  const items = readInParentheses<GroupItem>(cursor, () =>
    type === 'GROUPING SETS' ? readGroupItem(cursor) : readExpression(cursor),
  );
  return {
    kind: 'GroupingConstruct',
    type,
    items,
    span: cursor.spanFrom(start),
  };
}
