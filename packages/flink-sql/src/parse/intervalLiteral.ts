import type { Expression } from '../ast';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readParts } from './identifier';
import { readQuoted } from './stringLiteral';

const UNITS = [
  'YEAR',
  'QUARTER',
  'MONTH',
  'WEEK',
  'DAY',
  'HOUR',
  'MINUTE',
  'SECOND',
].flatMap(unit => [unit, `${unit}S`]);

/** What may stand behind TO. */
const LAST_UNITS: Record<string, string[]> = {
  YEAR: ['MONTH'],
  DAY: ['HOUR', 'MINUTE', 'SECOND'],
  HOUR: ['MINUTE', 'SECOND'],
  MINUTE: ['SECOND'],
};

/** `INTERVAL '1' DAY`, also of a column, a number or a value in parentheses. */
export function readInterval(cursor: Cursor): Expression {
  const start = cursor.offset;
  cursor.expect('INTERVAL');
  const value = readValue(cursor);
  const unit = readIntervalUnit(cursor, isQuoted(value));
  return { kind: 'IntervalLiteral', value, unit, span: cursor.spanFrom(start) };
}

function readValue(cursor: Cursor): Expression {
  const start = cursor.offset;
  const sign = cursor.takeOneOf('-', '+');
  const operand = readUnsigned(cursor);
  return sign
    ? { kind: 'Unary', operator: sign, operand, span: cursor.spanFrom(start) }
    : operand;
}

function readUnsigned(cursor: Cursor): Expression {
  const start = cursor.offset;
  switch (cursor.word) {
    case "'": {
      const value = readQuoted(cursor, 'a string in quotes');
      const span = cursor.spanFrom(start);
      return { kind: 'Literal', type: 'string', value, span };
    }
    case '0': {
      const value = cursor.next().text;
      const span = cursor.spanFrom(start);
      return { kind: 'Literal', type: 'number', value, span };
    }
    case '(': {
      cursor.at += 1;
      const value = readExpression(cursor);
      cursor.expect(')');
      return value;
    }
    default: {
      const parts = readParts(cursor, 'the length of the interval in quotes');
      const span = cursor.spanFrom(start);
      return { kind: 'ColumnReference', parts, span };
    }
  }
}

/** Tells whether the value is written in quotes, with a sign or without. */
export function isQuoted(value: Expression): boolean {
  if (value.kind === 'Unary') return isQuoted(value.operand);
  return value.kind === 'Literal' && value.type === 'string';
}

/** Tells whether a unit of intervals is here. */
export function isIntervalUnit(cursor: Cursor): boolean {
  return UNITS.includes(cursor.word);
}

/**
 * Upper case; an S at the end is left out. Only intervals in quotes may have
 * two units.
 */
export function readIntervalUnit(cursor: Cursor, mayHaveTwo = true): string {
  const from = isIntervalUnit(cursor)
    ? cursor.next().text.toUpperCase().replace(/S$/, '')
    : cursor.fail('a unit such as DAY, HOUR or MINUTE');
  skipPrecision(cursor);
  const last = LAST_UNITS[from]?.flatMap(unit => [unit, `${unit}S`]) ?? [];
  if (!mayHaveTwo || !cursor.is('TO') || !last.includes(cursor.ahead(1)))
    return from;
  cursor.at += 1;
  const to = cursor.next().text.toUpperCase().replace(/S$/, '');
  skipPrecision(cursor);
  return `${from} TO ${to}`;
}

/** `(3)`, `(3, 6)` */
function skipPrecision(cursor: Cursor): void {
  if (cursor.is('(', '0', ')')) cursor.at += 3;
  else if (cursor.is('(', '0', ',', '0', ')')) cursor.at += 5;
}
