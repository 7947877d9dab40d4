import type {
  Argument,
  ArgumentValue,
  Expression,
  FunctionCall,
  Identifier,
  Query,
} from '../ast';
import type { Cursor } from './Cursor';
import { readExpression, readExpressionOrQuery } from './expression';
import { isName, readIdentifier, readNameList, readPath } from './identifier';
import { readOrderBy } from './orderBy';
import { isQueryStart, readQuery } from './query';
import { readOver } from './windowSpec';

/** A call whose name was read: its arguments and what may follow them. */
export function finishCall(
  cursor: Cursor,
  name: Identifier[],
  start: number,
): FunctionCall {
  return cursor.nested(() => {
    const call: FunctionCall = {
      kind: 'FunctionCall',
      name,
      args: [],
      parentheses: true,
      distinct: false,
      orderBy: [],
      withinGroup: [],
      modifiers: [],
      span: { start, end: start },
    };
    cursor.expect('(');
    if (!cursor.take(')')) readArguments(cursor, call);
    readSuffixes(cursor, call);
    call.span = cursor.spanFrom(start);
    return call;
  });
}

/** What may follow the parentheses: IGNORE NULLS, WITHIN GROUP, FILTER, OVER. */
export function readSuffixes(cursor: Cursor, call: FunctionCall): void {
  readNulls(cursor, call);
  if (cursor.take('WITHIN', 'GROUP')) {
    cursor.expect('(');
    call.withinGroup = readOrderBy(cursor);
    cursor.expect(')');
  }
  if (cursor.take('FILTER')) {
    cursor.expect('(', 'WHERE');
    call.filter = readExpression(cursor);
    cursor.expect(')');
  }
  readNulls(cursor, call);
  if (cursor.take('OVER')) call.over = readOver(cursor);
}

function readNulls(cursor: Cursor, call: FunctionCall): void {
  if (cursor.take('IGNORE', 'NULLS')) call.nulls = 'IGNORE';
  else if (cursor.take('RESPECT', 'NULLS')) call.nulls = 'RESPECT';
}

function readArguments(cursor: Cursor, call: FunctionCall): void {
  if (cursor.is('*', ')')) {
    const start = cursor.offset;
    cursor.at += 1;
    const span = cursor.spanFrom(start);
    const value = { kind: 'Star' as const, qualifier: [], span };
    call.args.push({ kind: 'Argument', value, span });
    cursor.at += 1;
    return;
  }
  call.distinct = cursor.takeOneOf('DISTINCT', 'ALL') === 'DISTINCT';
  do call.args.push(readArgument(cursor, call.args.length === 0));
  while (cursor.take(','));
  const [name] = call.name;
  if (cursor.is('ORDER') && name.name.toUpperCase() === 'ARRAY_AGG') {
    call.orderBy = readOrderBy(cursor);
  }
  if (!cursor.take(')')) cursor.fail('an operator, a comma or )');
}

/** One argument of a call; a query without parentheses only as the first. */
export function readArgument(cursor: Cursor, isFirst: boolean): Argument {
  const start = cursor.offset;
  let name: Identifier | undefined;
  if (isName(cursor) && cursor.ahead(1) === '=>') {
    name = readIdentifier(cursor);
    cursor.at += 1;
  }
  const value = readValue(cursor, isFirst);
  const span = cursor.spanFrom(start);
  return { kind: 'Argument', ...(name && { name }), value, span };
}

function readValue(cursor: Cursor, isFirst: boolean): ArgumentValue {
  const start = cursor.offset;
  if (cursor.take('DEFAULT')) {
    return { kind: 'DefaultValue', span: cursor.spanFrom(start) };
  }
  if (cursor.is('TABLE')) {
    cursor.at += 1;
    const table = readPath(cursor, 'the name of a table');
    return readTableArgument(cursor, { table }, start);
  }
  if (cursor.is('MODEL') && isName(cursor, 1)) {
    cursor.at += 1;
    const model = readPath(cursor);
    return { kind: 'ModelArgument', model, span: cursor.spanFrom(start) };
  }
  if (isFirst && isQueryStart(cursor, 0)) {
    const query = readQuery(cursor);
    return readTableArgument(cursor, { query }, start);
  }
  return readValueOrTable(cursor, start);
}

function readValueOrTable(cursor: Cursor, start: number): ArgumentValue {
  const value = readExpressionOrQuery(cursor);
  if (
    value.kind === 'Subquery' &&
    (cursor.is('PARTITION') || cursor.is('ORDER'))
  ) {
    return readTableArgument(cursor, { query: value.query }, start);
  }
  if (value.kind === 'ColumnReference' && cursor.is('PARTITION')) {
    const { parts, span } = value;
    const table = { kind: 'Path' as const, parts, span };
    return readTableArgument(cursor, { table }, start);
  }
  return asDescriptor(value);
}

function readTableArgument(
  cursor: Cursor,
  what:
    | { table: Extract<ArgumentValue, { kind: 'TableArgument' }>['table'] }
    | { query: Query },
  start: number,
): ArgumentValue {
  let partitionBy: Expression[] = [];
  if (cursor.take('PARTITION')) {
    cursor.expect('BY');
    const names = cursor.is('(')
      ? readNameList(cursor, 'the name of a column')
      : [readIdentifier(cursor, 'the name of a column')];
    partitionBy = names.map(name => ({
      kind: 'ColumnReference',
      parts: [name],
      span: name.span,
    }));
  }
  const orderBy = cursor.is('ORDER') ? readOrderBy(cursor, true) : [];
  return {
    kind: 'TableArgument',
    ...what,
    partitionBy,
    orderBy,
    span: cursor.spanFrom(start),
  };
}

/** `DESCRIPTOR(a, b)` looks like a call. */
function asDescriptor(value: Expression): ArgumentValue {
  if (value.kind !== 'FunctionCall' || value.name.length > 1) return value;
  if (value.name[0].name.toUpperCase() !== 'DESCRIPTOR') return value;
  const columns: Identifier[] = [];
  for (const { value: column } of value.args) {
    if (column.kind !== 'ColumnReference' || column.parts.length > 1) {
      return value;
    }
    columns.push(column.parts[0]);
  }
  return { kind: 'Descriptor', columns, span: value.span };
}
