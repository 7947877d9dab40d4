import type {
  Assignment,
  Delete,
  Expression,
  Identifier,
  Insert,
  NamedTable,
  Truncate,
  Update,
} from '../ast';
import type { Cursor } from './Cursor';
import { isTypeStart, readDataType } from './dataType';
import { readExpression } from './expression';
import { readHints } from './hint';
import {
  isName,
  readIdentifier,
  readInParentheses,
  readList,
  readParts,
  readPath,
} from './identifier';
import { readJoins } from './join';
import { readPartition } from './partition';
import { isQueryStart, readQuery } from './query';
import { readFrom } from './tableReference';

/** INSERT, UPSERT; `execute` when EXECUTE stood in front. */
export function readInsert(
  cursor: Cursor,
  start: number,
  execute: boolean,
): Insert {
  const upsert = cursor.expectOneOf('INSERT', 'UPSERT') === 'UPSERT';
  const word = cursor.here();
  const overwrite = cursor.expectOneOf('INTO', 'OVERWRITE') === 'OVERWRITE';
  if (upsert && overwrite) {
    cursor.report(word, 'OVERWRITE goes with INSERT, not with UPSERT.');
  }
  if (cursor.is('TABLE') && cursor.ahead(1) !== '(') {
    cursor.report(cursor.here(), cursor.misfit('the name of a table'));
    cursor.at += 1;
  }
  const target = readPath(cursor, 'the name of a table');
  const hints = readHints(cursor);
  let columns = readColumns(cursor);
  const partition = cursor.take('PARTITION')
    ? { partition: readPartition(cursor) }
    : {};
  // What stands in front of PARTITION only extends the table.
  if (partition.partition) columns = readColumns(cursor);
  const source = readQuery(cursor);
  const onConflict = readConflict(cursor);
  return {
    kind: 'Insert',
    overwrite,
    upsert,
    execute,
    target,
    hints,
    ...partition,
    ...(columns && { columns }),
    source,
    ...onConflict,
    span: cursor.spanFrom(start),
  };
}

/** `(a, b)`, if it is there. */
function readColumns(cursor: Cursor): Identifier[][] | undefined {
  if (!isColumnList(cursor)) return undefined;
  return readInParentheses(cursor, () => readColumn(cursor));
}

/** Not a query in parentheses. */
function isColumnList(cursor: Cursor): boolean {
  return cursor.is('(') && !isQueryStart(cursor, 1) && cursor.ahead(1) !== '(';
}

/** A column; Calcite lets a type follow, which extends the table. */
function readColumn(cursor: Cursor): Identifier[] {
  const parts = readParts(cursor, 'the name of a column');
  if (isTypeStart(cursor)) readDataType(cursor);
  return parts;
}

function readConflict(cursor: Cursor): Pick<Insert, 'onConflict'> {
  const start = cursor.offset;
  if (!cursor.take('ON')) return {};
  cursor.expect('CONFLICT', 'DO');
  cursor.expectOneOf('ERROR', 'DEDUPLICATE', 'NOTHING');
  return { onConflict: cursor.spanFrom(start) };
}

export function readUpdate(cursor: Cursor): Update {
  const start = cursor.offset;
  cursor.expect('UPDATE');
  const head = readTarget(cursor);
  const joined = readUpdateJoins(cursor, head);
  cursor.expect('SET');
  const assignments = readAssignments(cursor);
  const from = joined.from ? joined : readUpdateFrom(cursor);
  const where = readWhere(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'Update', ...head, assignments, ...from, ...where, span };
}

/** `UPDATE t JOIN s ON … SET`: not Flink's, but what it means is plain. */
function readUpdateJoins(
  cursor: Cursor,
  { target, alias }: Pick<Update, 'target' | 'alias'>,
): Pick<Update, 'from'> {
  if (cursor.is('SET') || cursor.is('')) return {};
  const place = cursor.here();
  const message = cursor.misfit('SET');
  const { start } = target.span;
  const span = cursor.spanFrom(start);
  const table: NamedTable = {
    kind: 'NamedTable',
    path: target,
    hints: [],
    span,
  };
  if (alias) {
    table.alias = { kind: 'TableAlias', name: alias, span: alias.span };
  }
  const from = readJoins(cursor, table, start, true);
  if (from === table) return {};
  cursor.report(place, message);
  return { from };
}

/** Not Flink's; but what it means is plain. */
function readUpdateFrom(cursor: Cursor): Pick<Update, 'from'> {
  const place = cursor.here();
  if (!cursor.take('FROM')) return {};
  cursor.report(place, 'Flink SQL has no FROM in UPDATE.');
  return { from: readFrom(cursor) };
}

export function readDelete(cursor: Cursor): Delete {
  const start = cursor.offset;
  cursor.expect('DELETE', 'FROM');
  const head = readTarget(cursor);
  const where = readWhere(cursor);
  return { kind: 'Delete', ...head, ...where, span: cursor.spanFrom(start) };
}

export function readTruncate(cursor: Cursor): Truncate {
  const start = cursor.offset;
  cursor.expect('TRUNCATE', 'TABLE');
  const target = readPath(cursor, 'the name of a table');
  return { kind: 'Truncate', target, span: cursor.spanFrom(start) };
}

function readTarget(
  cursor: Cursor,
): Pick<Update, 'target' | 'hints' | 'alias'> {
  const target = readPath(cursor, 'the name of a table');
  const hints = readHints(cursor);
  const alias =
    cursor.take('AS') || isName(cursor)
      ? { alias: readIdentifier(cursor, 'an alias') }
      : {};
  return { target, hints, ...alias };
}

/** `a = 1, b = 2` */
export function readAssignments(cursor: Cursor): Assignment[] {
  return readList(cursor, () => {
    const start = cursor.offset;
    const column = [readIdentifier(cursor, 'the name of a column')];
    // Other engines let the table's name stand before its column.
    if (cursor.is('.')) cursor.report(cursor.here(), cursor.misfit('='));
    while (cursor.take('.')) column.push(readIdentifier(cursor));
    cursor.expect('=');
    const value = readExpression(cursor);
    const span = cursor.spanFrom(start);
    return { kind: 'Assignment', column, value, span };
  });
}

function readWhere(cursor: Cursor): { where?: Expression } {
  return cursor.take('WHERE') ? { where: readExpression(cursor) } : {};
}
