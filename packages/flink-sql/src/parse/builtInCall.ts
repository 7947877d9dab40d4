import type { Argument, Expression, FunctionCall } from '../ast';
import type { Cursor } from './Cursor';
import { readDataType } from './dataType';
import { readExpression, readOperand } from './expression';
import { failForName, isName, toIdentifier } from './identifier';
import { isJsonFunction, readJsonFunction } from './jsonCall';

type Reader = (cursor: Cursor, call: FunctionCall) => void;

/** Functions whose arguments are not just separated by commas. */
const READERS: Record<string, Reader> = {
  EXTRACT: (cursor, call) => {
    pushKeyword(cursor, call);
    cursor.expect('FROM');
    push(cursor, call);
  },
  POSITION: (cursor, call) => {
    pushArgument(call, readOperand(cursor));
    cursor.expect('IN');
    push(cursor, call);
    if (cursor.take('FROM')) push(cursor, call);
  },
  CONVERT: readConversion,
  TRANSLATE: readConversion,
  OVERLAY: (cursor, call) => {
    push(cursor, call);
    cursor.expect('PLACING');
    push(cursor, call);
    cursor.expect('FROM');
    push(cursor, call);
    if (cursor.take('FOR')) push(cursor, call);
  },
  CEIL: readRounding,
  CEILING: readRounding,
  FLOOR: readRounding,
  SUBSTRING: (cursor, call) => {
    push(cursor, call);
    cursor.expectOneOf(',', 'FROM');
    push(cursor, call);
    if (cursor.takeOneOf(',', 'FOR')) push(cursor, call);
  },
  TRIM: readTrim,
  TIMESTAMPADD: readWithUnit,
  TIMESTAMPDIFF: readWithUnit,
  TIMESTAMP_DIFF: readFreely,
  TIME_DIFF: readFreely,
  DATE_TRUNC: readFreely,
  DATETIME_TRUNC: readFreely,
  TIMESTAMP_TRUNC: readFreely,
  TIME_TRUNC: readFreely,
  CONTAINS_SUBSTR: readFreely,
  PERIOD: (cursor, call) => {
    push(cursor, call);
    cursor.expect(',');
    push(cursor, call);
  },
  PREV: readNavigation,
  NEXT: readNavigation,
  CLASSIFIER: () => {},
  MATCH_NUMBER: () => {},
};

/** Units of time that are reserved words. */
const UNITS = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'];

const CASTS = ['CAST', 'TRY_CAST', 'SAFE_CAST'];

/** Tells whether the word, in front of (, is a function with its own grammar. */
export function isSpecialFunction(word: string): boolean {
  return (
    Object.hasOwn(READERS, word) || CASTS.includes(word) || isJsonFunction(word)
  );
}

/** @see isSpecialFunction */
export function readSpecialFunction(cursor: Cursor, word: string): Expression {
  return cursor.nested(() => {
    if (CASTS.includes(word)) return readCast(cursor, word !== 'CAST');
    if (isJsonFunction(word)) return readJsonFunction(cursor, word);
    const call = startCall(cursor);
    READERS[word](cursor, call);
    cursor.expect(')');
    call.span = cursor.spanFrom(call.span.start);
    return call;
  });
}

/** The name and `(`. */
export function startCall(cursor: Cursor): FunctionCall {
  const start = cursor.offset;
  const name = toIdentifier(cursor.next());
  cursor.expect('(');
  return {
    kind: 'FunctionCall',
    name: [name],
    args: [],
    parentheses: true,
    distinct: false,
    orderBy: [],
    withinGroup: [],
    modifiers: [],
    span: { start, end: start },
  };
}

function readCast(cursor: Cursor, safe: boolean): Expression {
  const start = cursor.offset;
  cursor.at += 1;
  cursor.expect('(');
  const operand = readExpression(cursor);
  cursor.expect('AS');
  const type = readDataType(cursor, true);
  cursor.expect(')');
  return { kind: 'Cast', operand, type, safe, span: cursor.spanFrom(start) };
}

/** Adds a value to the arguments. */
export function pushArgument(
  call: FunctionCall,
  value: Argument['value'],
): void {
  call.args.push({ kind: 'Argument', value, span: value.span });
}

function push(cursor: Cursor, call: FunctionCall): void {
  pushArgument(call, readExpression(cursor));
}

function pushKeyword(cursor: Cursor, call: FunctionCall): void {
  if (!isName(cursor) && !UNITS.includes(cursor.word)) {
    failForName(cursor, 'a unit such as DAY, HOUR or MINUTE');
  }
  pushArgument(call, readKeyword(cursor));
}

/** The word here, in upper case. */
export function readKeyword(cursor: Cursor): Expression {
  const start = cursor.offset;
  const word = cursor.next().text.toUpperCase();
  return { kind: 'Keyword', word, span: cursor.spanFrom(start) };
}

function readConversion(cursor: Cursor, call: FunctionCall): void {
  push(cursor, call);
  if (cursor.take('USING')) {
    pushKeyword(cursor, call);
    return;
  }
  cursor.expect(',');
  push(cursor, call);
  while (cursor.take(',')) push(cursor, call);
}

function readRounding(cursor: Cursor, call: FunctionCall): void {
  push(cursor, call);
  if (cursor.take('TO')) pushKeyword(cursor, call);
}

function readTrim(cursor: Cursor, call: FunctionCall): void {
  const side = ['BOTH', 'LEADING', 'TRAILING'].includes(cursor.word);
  if (side) pushArgument(call, readKeyword(cursor));
  if (side && cursor.take('FROM')) {
    push(cursor, call);
    return;
  }
  push(cursor, call);
  if (cursor.take('FROM')) push(cursor, call);
}

function readWithUnit(cursor: Cursor, call: FunctionCall): void {
  pushKeyword(cursor, call);
  cursor.expect(',');
  push(cursor, call);
  cursor.expect(',');
  push(cursor, call);
}

/** `PREV(x, 2)` */
function readNavigation(cursor: Cursor, call: FunctionCall): void {
  push(cursor, call);
  if (!cursor.take(',')) return;
  if (!['0', '-', '+'].includes(cursor.word)) cursor.fail('a number');
  push(cursor, call);
}

/** Values with commas, units of time among them. */
function readFreely(cursor: Cursor, call: FunctionCall): void {
  do {
    const isUnit = UNITS.includes(cursor.word) && cursor.ahead(1) !== '(';
    if (isUnit && call.args.length) pushKeyword(cursor, call);
    else push(cursor, call);
  } while (cursor.take(','));
}
