import type { Expression, Query } from '../ast';
import { readArrayLike } from './collection';
import type { Cursor } from './Cursor';
import { isSpecialFunction, readSpecialFunction } from './builtInCall';
import { readDataType } from './dataType';
import {
  readExpression,
  readExpressionOrQuery,
  readExpressions,
} from './expression';
import { finishCall } from './functionCall';
import { isMeantAsName } from './meantName';
import {
  isIntervalUnit,
  readInterval,
  readIntervalUnit,
} from './intervalLiteral';
import {
  isDatetime,
  readDatetime,
  readLiteral,
  readStringLiteral,
} from './literal';
import {
  failForName,
  isName,
  readIdentifier,
  toIdentifier,
} from './identifier';
import { isQueryStart, readParenthesizedQuery } from './query';
import { CONTEXT_VALUES, RESERVED_FUNCTIONS } from './reservedWords';
import { readQuoted } from './stringLiteral';

/** A value without operators, with its fields and subscripts. */
export function readPrimary(cursor: Cursor): Expression {
  const start = cursor.offset;
  let value = readStart(cursor);
  for (;;) {
    if (cursor.is('[') || cursor.is('.')) cursor.grow();
    if (cursor.is('[')) {
      cursor.at += 1;
      const index = readExpression(cursor);
      cursor.expect(']');
      const span = cursor.spanFrom(start);
      value = { kind: 'Subscript', operand: value, index, span };
    } else if (cursor.is('.')) {
      cursor.at += 1;
      const field = readIdentifier(cursor, 'the name of a field');
      const span = cursor.spanFrom(start);
      value = { kind: 'FieldAccess', operand: value, field, span };
    } else if (cursor.is('::')) {
      cursor.grow();
      const message = 'Flink SQL has no ::, write CAST(value AS type).';
      cursor.report(cursor.here(), message);
      cursor.at += 1;
      const type = readDataType(cursor);
      const span = cursor.spanFrom(start);
      value = { kind: 'Cast', operand: value, type, safe: false, span };
    } else return value;
  }
}

function readStart(cursor: Cursor): Expression {
  const { word } = cursor;
  switch (word) {
    case '(':
      return readParenthesized(cursor);
    case "'":
      return readStringLiteral(cursor);
    case '0':
      return readLiteral(cursor, 'number');
    case '?':
      return { kind: 'DynamicParameter', span: readSpan(cursor) };
    case '${':
      return readPlaceholder(cursor);
    case '{':
      return readEscape(cursor);
    case 'TRUE':
    case 'FALSE':
    case 'UNKNOWN':
      return readLiteral(cursor, 'boolean');
    case 'NULL':
      return readLiteral(cursor, 'null');
    case 'DEFAULT':
      if (!cursor.isDefault()) break;
      return { kind: 'DefaultValue', span: readSpan(cursor) };
    default:
  }
  return readWord(cursor, word);
}

function readWord(cursor: Cursor, word: string): Expression {
  const start = cursor.offset;
  const datetime = readDatetime(cursor, word);
  if (datetime) return datetime;
  const isCall = cursor.ahead(1) === '(';
  switch (word) {
    case 'INTERVAL':
      return readInterval(cursor);
    case 'CASE':
      return readCase(cursor);
    case 'ROW':
      return readRow(cursor);
    case 'EXISTS':
    case 'UNIQUE': {
      if (!isCall || !isQueryStart(cursor, 2)) break;
      cursor.at += 1;
      const query = readParenthesizedQuery(cursor);
      return {
        kind: 'Exists',
        operator: word,
        query,
        span: cursor.spanFrom(start),
      };
    }
    case 'ARRAY':
    case 'MULTISET':
      return readArrayLike(cursor, word);
    case 'MAP':
      if (!isCall && cursor.ahead(1) !== '[') break;
      return readArrayLike(cursor, word);
    case 'NEXT':
      if (isCall) break;
      return readNextValue(cursor);
    case 'NEW':
    case 'RUNNING':
    case 'FINAL':
      if (cursor.ahead(2) !== '(' || isCall) break;
      cursor.at += 1;
      return readStart(cursor);
    default:
  }
  if (isCall && isSpecialFunction(word))
    return readSpecialFunction(cursor, word);
  const isFunction = RESERVED_FUNCTIONS.has(word) || isDatetime(word);
  if (isCall && isFunction) {
    const name = toIdentifier(cursor.next());
    return finishCall(cursor, [name], start);
  }
  if (CONTEXT_VALUES.has(word)) return readContextValue(cursor);
  return readNameOrCall(cursor);
}

/** `a.b.c`, or the call of a function with such a name, or `a.b.*`. */
function readNameOrCall(cursor: Cursor): Expression {
  const start = cursor.offset;
  if (!isName(cursor) && !isMeantAsName(cursor)) {
    return failForName(cursor, 'an expression');
  }
  const parts = [readIdentifier(cursor, 'an expression')];
  while (cursor.is('.')) {
    if (cursor.ahead(1) === '*') {
      cursor.at += 2;
      return { kind: 'Star', qualifier: parts, span: cursor.spanFrom(start) };
    }
    cursor.at += 1;
    parts.push(readIdentifier(cursor, 'a name or *'));
  }
  if (cursor.is('(')) return finishCall(cursor, parts, start);
  return { kind: 'ColumnReference', parts, span: cursor.spanFrom(start) };
}

function readContextValue(cursor: Cursor): Expression {
  const name = toIdentifier(cursor.next());
  return {
    kind: 'FunctionCall',
    name: [name],
    args: [],
    parentheses: false,
    distinct: false,
    orderBy: [],
    withinGroup: [],
    modifiers: [],
    span: name.span,
  };
}

/** `(a)` is `a`; `(a, b)` a row; `(SELECT …)` a query. */
function readParenthesized(cursor: Cursor): Expression {
  const start = cursor.offset;
  if (isQueryStart(cursor, 1)) {
    return subquery(cursor, readParenthesizedQuery(cursor), start);
  }
  cursor.expect('(');
  const first = readExpressionOrQuery(cursor);
  const fields = [first];
  while (cursor.take(',')) fields.push(readExpression(cursor));
  if (!cursor.take(')')) cursor.fail('an operator, a comma or )');
  if (fields.length === 1) return readDifference(cursor, first, start);
  return { kind: 'Row', explicit: false, fields, span: cursor.spanFrom(start) };
}

/** `(a - b) DAY`: how long it is from b to a, in days. */
function readDifference(
  cursor: Cursor,
  value: Expression,
  start: number,
): Expression {
  const isDifference = value.kind === 'Binary' && value.operator === '-';
  if (!isDifference || !isIntervalUnit(cursor)) return value;
  const unit = readIntervalUnit(cursor);
  return { kind: 'IntervalLiteral', value, unit, span: cursor.spanFrom(start) };
}

function subquery(cursor: Cursor, query: Query, start: number): Expression {
  return { kind: 'Subquery', query, span: cursor.spanFrom(start) };
}

function readRow(cursor: Cursor): Expression {
  const start = cursor.offset;
  cursor.expect('ROW', '(');
  const fields = readExpressions(cursor);
  cursor.expect(')');
  return { kind: 'Row', explicit: true, fields, span: cursor.spanFrom(start) };
}

function readCase(cursor: Cursor): Expression {
  const start = cursor.offset;
  cursor.expect('CASE');
  const operand = cursor.is('WHEN') ? undefined : readExpression(cursor);
  const branches = [];
  if (!cursor.is('WHEN')) cursor.fail('WHEN');
  while (cursor.is('WHEN')) {
    const branch = cursor.offset;
    cursor.at += 1;
    const when = readExpressions(cursor);
    cursor.expect('THEN');
    const result = readExpression(cursor);
    const span = cursor.spanFrom(branch);
    branches.push({ kind: 'CaseBranch' as const, when, result, span });
  }
  const otherwise = cursor.take('ELSE') ? readExpression(cursor) : undefined;
  if (!cursor.take('END')) {
    cursor.fail(otherwise ? 'END' : 'WHEN, ELSE or END');
  }
  return {
    kind: 'Case',
    ...(operand && { operand }),
    branches,
    ...(otherwise && { otherwise }),
    span: cursor.spanFrom(start),
  };
}

function readNextValue(cursor: Cursor): Expression {
  const start = cursor.offset;
  cursor.expect('NEXT', 'VALUE', 'FOR');
  const operand = readNameOrCall(cursor);
  const operator = 'NEXT VALUE FOR';
  return { kind: 'Unary', operator, operand, span: cursor.spanFrom(start) };
}

/** JDBC's `{d '…'}`, `{t '…'}`, `{ts '…'}` and `{fn f(x)}`. */
function readEscape(cursor: Cursor): Expression {
  const start = cursor.offset;
  cursor.expect('{');
  const word = cursor.expectOneOf('D', 'T', 'TS', 'FN');
  if (word === 'FN') {
    const call = cursor.nested(() => readStart(cursor));
    cursor.expect('}');
    return call;
  }
  const value = readQuoted(cursor, 'a string in quotes');
  cursor.expect('}');
  const type = { D: 'date', T: 'time', TS: 'timestamp' }[word] as 'date';
  return { kind: 'Literal', type, value, span: cursor.spanFrom(start) };
}

function readPlaceholder(cursor: Cursor): Expression {
  if (cursor.ahead(1) === '.') return readNameOrCall(cursor);
  const start = cursor.offset;
  const name = cursor.next().text.slice(2, -1);
  return { kind: 'Placeholder', name, span: cursor.spanFrom(start) };
}

function readSpan(cursor: Cursor): Expression['span'] {
  const start = cursor.offset;
  cursor.at += 1;
  return cursor.spanFrom(start);
}
