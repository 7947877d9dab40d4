import type { Expression } from '../ast';
import type { Cursor } from './Cursor';
import { oneOf } from './Cursor';
import {
  readComparand,
  readExpressionOrQuery,
  readOperand,
} from './expression';
import { isExpressionEnd } from './expressionEnd';
import { readInParentheses } from './identifier';
import { isQueryStart, readParenthesizedQuery } from './query';

const RANGES = ['IN', 'BETWEEN', 'LIKE', 'ILIKE', 'RLIKE', 'SIMILAR'];

/** `> ALL (…)`, the quantifier taken. */
export function readQuantified(
  cursor: Cursor,
  operand: Expression,
  operator: string,
  start: number,
): Expression {
  const quantifier = cursor.ahead(-1) as 'ALL' | 'ANY' | 'SOME';
  const inside = readQueryOrList(cursor);
  return {
    kind: 'Quantified',
    operand,
    operator,
    quantifier,
    ...inside,
    span: cursor.spanFrom(start),
  };
}

function readQueryOrList(
  cursor: Cursor,
): Pick<Extract<Expression, { kind: 'In' }>, 'list' | 'query'> {
  if (cursor.is('(') && isQueryStart(cursor, 1)) {
    return { query: readParenthesizedQuery(cursor) };
  }
  const list = readInParentheses(cursor, () => readExpressionOrQuery(cursor));
  const [only] = list;
  return list.length === 1 && only.kind === 'Subquery'
    ? { query: only.query }
    : { list };
}

/** IN, BETWEEN, LIKE and its like, with NOT in front or without. */
export function readRange(
  cursor: Cursor,
  operand: Expression,
  start: number,
): Expression {
  const negated = cursor.take('NOT');
  const word = cursor.takeOneOf(...RANGES);
  if (!word) return cursor.failBehind(oneOf(RANGES));
  if (word === 'IN') {
    if (!cursor.is('(')) cursor.failBehind('( and what it is in');
    const inside = readQueryOrList(cursor);
    const span = cursor.spanFrom(start);
    return { kind: 'In', operand, negated, ...inside, span };
  }
  if (word === 'BETWEEN') return readBetween(cursor, operand, negated, start);
  if (word === 'SIMILAR') cursor.expect('TO');
  if (isExpressionEnd(cursor)) cursor.failBehind('a pattern');
  const operator = (word === 'SIMILAR' ? 'SIMILAR TO' : word) as
    | 'LIKE'
    | 'ILIKE'
    | 'RLIKE'
    | 'SIMILAR TO';
  const pattern = readOperand(cursor);
  const escape = cursor.take('ESCAPE') ? { escape: readOperand(cursor) } : {};
  const span = cursor.spanFrom(start);
  return { kind: 'Like', operator, operand, negated, pattern, ...escape, span };
}

function readBetween(
  cursor: Cursor,
  operand: Expression,
  negated: boolean,
  start: number,
): Expression {
  const symmetric = cursor.takeOneOf('SYMMETRIC', 'ASYMMETRIC') === 'SYMMETRIC';
  const low = readOperand(cursor);
  cursor.expect('AND');
  const high = readOperand(cursor);
  return {
    kind: 'Between',
    operand,
    negated,
    symmetric,
    low,
    high,
    span: cursor.spanFrom(start),
  };
}

/** MEMBER OF, SUBMULTISET OF, IMMEDIATELY PRECEDES, MULTISET UNION, …. */
export function readTwoWords(
  cursor: Cursor,
  left: Expression,
  start: number,
): Expression {
  const first = cursor.next().text.toUpperCase();
  let second = 'OF';
  if (first === 'IMMEDIATELY') {
    second = cursor.expectOneOf('PRECEDES', 'SUCCEEDS');
  } else if (first === 'MULTISET') {
    second = cursor.expectOneOf('UNION', 'INTERSECT', 'EXCEPT');
    const quantifier = cursor.takeOneOf('ALL', 'DISTINCT');
    if (quantifier) second += ` ${quantifier}`;
  } else if (!cursor.take('OF')) cursor.failBehind('OF');
  const operator = `${first} ${second}`;
  const right = readOperand(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'Binary', operator, left, right, span };
}

/** What follows IS. */
export function readIs(
  cursor: Cursor,
  operand: Expression,
  start: number,
): Expression {
  cursor.expect('IS');
  const not = cursor.take('NOT') ? 'NOT ' : '';
  if (cursor.take('DISTINCT')) {
    cursor.expect('FROM');
    const operator = `IS ${not}DISTINCT FROM`;
    const right = readComparand(cursor);
    const span = cursor.spanFrom(start);
    return { kind: 'Binary', operator, left: operand, right, span };
  }
  const test = not + readTest(cursor);
  return { kind: 'IsTest', operand, test, span: cursor.spanFrom(start) };
}

function readTest(cursor: Cursor): string {
  if (cursor.take('JSON')) {
    const what = cursor.takeOneOf('VALUE', 'OBJECT', 'ARRAY', 'SCALAR');
    return what ? `JSON ${what}` : 'JSON';
  }
  if (cursor.take('A')) {
    cursor.expect('SET');
    return 'A SET';
  }
  return cursor.expectOneOf('NULL', 'TRUE', 'FALSE', 'UNKNOWN', 'EMPTY');
}
