import type { Expression } from '../ast';
import { readChain } from './andOrChain';
import type { Cursor } from './Cursor';
import { isExpressionEnd } from './expressionEnd';
import { readIs, readQuantified, readRange, readTwoWords } from './predicate';
import { readPrimary } from './primary';
import { continueQuery, isQueryStart } from './query';

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

/** A side of a comparison. */
export function readComparand(cursor: Cursor): Expression {
  return readOperators(cursor, COMPARISON);
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
    const span = cursor.spanFrom(start);
    cursor.at += 1;
    if (isExpressionEnd(cursor)) cursor.failBehind('an expression');
    if (precedence === COMPARISON && cursor.takeOneOf('ALL', 'ANY', 'SOME')) {
      return readQuantified(cursor, left, word, start);
    }
    const readSide = (): Expression => readOperators(cursor, precedence + 1);
    if (precedence <= AND) {
      return readChain(cursor, { value: left, span }, word, readSide);
    }
    const right = readSide();
    return {
      kind: 'Binary',
      operator: word,
      left,
      right,
      span: cursor.spanFrom(start),
    };
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
