import type { Expression, Span } from '../ast';
import type { Cursor } from './Cursor';
import { oneOf } from './Cursor';
import { readInParentheses } from './identifier';
import { readPrimary } from './primary';
import { continueQuery, isQueryStart, readParenthesizedQuery } from './query';

/** How tightly operators bind; a higher one takes its sides first. */
const OR = 1;
const AND = 2;
const NOT = 3;
const IS = 4;
const COMPARISON = 5;
const RANGE = 6;
const ADDITIVE = 7;
const MULTIPLICATIVE = 8;
const SIGN = 9;

const BINARY: Record<string, number> = {
  OR,
  AND,
  '=': COMPARISON,
  '<>': COMPARISON,
  '<': COMPARISON,
  '<=': COMPARISON,
  '>': COMPARISON,
  '>=': COMPARISON,
  OVERLAPS: RANGE,
  CONTAINS: RANGE,
  EQUALS: RANGE,
  PRECEDES: RANGE,
  SUCCEEDS: RANGE,
  '+': ADDITIVE,
  '-': ADDITIVE,
  '||': ADDITIVE,
  '*': MULTIPLICATIVE,
  '/': MULTIPLICATIVE,
  '%': MULTIPLICATIVE,
};

const RANGES = ['IN', 'BETWEEN', 'LIKE', 'ILIKE', 'RLIKE', 'SIMILAR'];

/** What no expression starts with, for all that may follow an operator. */
const ENDS = new Set([
  ...['', ';', ')', ',', ']', '.', '=', '<', '>', '<=', '>=', '<>', '*', '/'],
  ...['%', '||', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'AS'],
  ...['AND', 'OR', 'IS', 'IN', 'ON', 'LIKE', 'BETWEEN', 'SELECT', 'END'],
  ...['THEN', 'WHEN', 'ELSE', 'JOIN', 'UNION', 'WITH', '?!'],
]);

/** Chains of AND and OR up to here lean left, as written; longer are balanced. */
const LONGEST_CHAIN = 200;

/** A value, up to what cannot belong to it. */
export function readExpression(cursor: Cursor): Expression {
  return readOperators(cursor, OR);
}

/**
 * A value, or a query that starts with one in parentheses: `(SELECT …) UNION …`.
 */
export function readExpressionOrQuery(cursor: Cursor): Expression {
  const start = cursor.offset;
  const value = readExpression(cursor);
  if (value.kind !== 'Subquery') return value;
  const query = continueQuery(cursor, value.query);
  return query === value.query
    ? value
    : { kind: 'Subquery', query, span: cursor.spanFrom(start) };
}

/** A value without comparisons, IN and the like around it. */
export function readOperand(cursor: Cursor): Expression {
  return readOperators(cursor, ADDITIVE);
}

/** Values with commas between, at least one. */
export function readExpressions(cursor: Cursor): Expression[] {
  const items = [readExpression(cursor)];
  while (cursor.take(',')) items.push(readExpression(cursor));
  return items;
}

function readOperators(cursor: Cursor, least: number): Expression {
  return cursor.nested(() => {
    const start = cursor.offset;
    let left = readPrefixed(cursor);
    for (;;) {
      const longer = readNext(cursor, left, start, least);
      if (!longer) return left;
      cursor.grow();
      left = longer;
    }
  });
}

function isEnd(cursor: Cursor): boolean {
  return ENDS.has(cursor.word);
}

function readPrefixed(cursor: Cursor): Expression {
  const start = cursor.offset;
  const isOfQuery = cursor.ahead(1) === '(' && isQueryStart(cursor, 2);
  const operator = isOfQuery
    ? cursor.takeOneOf('NOT', '-', '+')
    : cursor.takeOneOf('NOT', '-', '+', 'EXISTS', 'UNIQUE');
  if (!operator) return readPrimary(cursor);
  const operand = readOperators(cursor, operator === 'NOT' ? NOT : SIGN);
  if (
    operand.kind === 'Subquery' &&
    (operator === 'EXISTS' || operator === 'UNIQUE')
  ) {
    const { query } = operand;
    return { kind: 'Exists', operator, query, span: cursor.spanFrom(start) };
  }
  return { kind: 'Unary', operator, operand, span: cursor.spanFrom(start) };
}

/** One operator with its right side, unless it binds less than `least`. */
function readNext(
  cursor: Cursor,
  left: Expression,
  start: number,
  least: number,
): Expression | undefined {
  const { word } = cursor;
  const precedence = BINARY[word];
  if (precedence !== undefined) {
    if (precedence < least) return undefined;
    cursor.at += 1;
    if (isEnd(cursor)) cursor.failBehind('an expression');
    if (precedence === COMPARISON && cursor.takeOneOf('ALL', 'ANY', 'SOME')) {
      return readQuantified(cursor, left, word, start);
    }
    return precedence <= AND
      ? readChain(cursor, left, word, precedence + 1)
      : readRight(cursor, left, word, precedence + 1, start);
  }
  switch (word) {
    case 'IS':
      return IS < least ? undefined : readIs(cursor, left, start);
    case 'NOT':
    case 'IN':
    case 'BETWEEN':
    case 'LIKE':
    case 'ILIKE':
    case 'RLIKE':
    case 'SIMILAR':
      return RANGE < least ? undefined : readRange(cursor, left, start);
    case 'MEMBER':
    case 'SUBMULTISET':
    case 'IMMEDIATELY':
    case 'MULTISET':
      return RANGE < least ? undefined : readTwoWords(cursor, left, start);
    case 'FORMAT':
      if (cursor.ahead(1) !== 'JSON') return undefined;
      cursor.at += 2;
      return left;
    case '!=':
      return cursor.fail('an operator (not equal is written <>)');
    default:
      return undefined;
  }
}

function readRight(
  cursor: Cursor,
  left: Expression,
  operator: string,
  least: number,
  start: number,
): Expression {
  const right = readOperators(cursor, least);
  return {
    kind: 'Binary',
    operator,
    left,
    right,
    span: cursor.spanFrom(start),
  };
}

/** `a AND b AND c …`: generated conditions have thousands of them. */
function readChain(
  cursor: Cursor,
  first: Expression,
  operator: string,
  least: number,
): Expression {
  const sides = [first];
  do sides.push(readOperators(cursor, least));
  while (cursor.take(operator));
  if (sides.length > LONGEST_CHAIN) return balanced(sides, operator);
  cursor.grow(sides.length);
  return sides.reduce((left, right) => joined(left, operator, right));
}

function balanced(sides: Expression[], operator: string): Expression {
  if (sides.length === 1) return sides[0];
  const half = sides.length >> 1;
  return joined(
    balanced(sides.slice(0, half), operator),
    operator,
    balanced(sides.slice(half), operator),
  );
}

function joined(
  left: Expression,
  operator: string,
  right: Expression,
): Expression {
  const span: Span = { start: left.span.start, end: right.span.end };
  return { kind: 'Binary', operator, left, right, span };
}

function readQuantified(
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

function readRange(
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
  if (isEnd(cursor)) cursor.failBehind('a pattern');
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

function readTwoWords(
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
  return readRight(cursor, left, `${first} ${second}`, ADDITIVE, start);
}

function readIs(
  cursor: Cursor,
  operand: Expression,
  start: number,
): Expression {
  cursor.expect('IS');
  const not = cursor.take('NOT') ? 'NOT ' : '';
  if (cursor.take('DISTINCT')) {
    cursor.expect('FROM');
    const operator = `IS ${not}DISTINCT FROM`;
    return readRight(cursor, operand, operator, COMPARISON, start);
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
