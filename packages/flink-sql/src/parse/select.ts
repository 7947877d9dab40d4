import type {
  Expression,
  GroupBy,
  GroupingConstruct,
  GroupItem,
  Identifier,
  Select,
  SelectItem,
  TableReference,
} from '../ast';
import { CLAUSES, ITEM_ENDS } from './clauses';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readHints } from './hint';
import {
  isName,
  readIdentifier,
  readInParentheses,
  readPath,
} from './identifier';
import { readString } from './stringLiteral';
import { readFrom } from './tableReference';
import { readWindowDefinition } from './windowSpec';

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
  do {
    select.items.push(readItem(cursor));
    skipToItemEnd(cursor);
  } while (cursor.take(','));
  readInto(cursor, select);
  if (cursor.take('FROM')) readRest(cursor, select);
  select.span = cursor.spanFrom(start);
  return select;
}

/** What no grammar of a value knows ends at the next one, or at FROM. */
function skipToItemEnd(cursor: Cursor): void {
  if (['', ')', ';'].includes(cursor.word) || ITEM_ENDS.has(cursor.word))
    return;
  if (cursor.is('INTO') || cursor.is('ON', 'CONFLICT')) return;
  cursor.recover(
    () => cursor.fail('an operator, a comma or FROM'),
    () => undefined,
    ITEM_ENDS,
  );
}

/** Not Flink's, but what it means is plain. */
function readInto(cursor: Cursor, select: Select): void {
  const place = cursor.here();
  if (!cursor.take('INTO')) return;
  cursor.report(
    place,
    'Flink SQL has no SELECT INTO: write INSERT INTO t SELECT.',
  );
  select.into = readPath(cursor, 'the name of a table');
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
  const alias = hasAs || isName(cursor) ? readAliasName(cursor) : undefined;
  return {
    kind: 'SelectItem',
    expression,
    ...(alias && { alias }),
    span: cursor.spanFrom(start),
  };
}

/** Others let a string be an alias. */
function readAliasName(cursor: Cursor): Identifier {
  if (!cursor.is("'")) return readIdentifier(cursor, 'an alias');
  const { start, end } = cursor.here();
  cursor.report({ start, end }, cursor.misfit('an alias'));
  const name = readString(cursor);
  return { kind: 'Identifier', name, quoted: true, span: { start, end } };
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
