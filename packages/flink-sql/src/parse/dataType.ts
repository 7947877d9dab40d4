import type { DataType, TypeField } from '../ast';
import type { Cursor } from './Cursor';
import { isName, readIdentifier, readList, readPath } from './identifier';
import { readQuoted, readString } from './stringLiteral';

/** Names of types that are reserved words, or have a grammar of their own. */
const TYPES = new Set(
  (
    'ANY ARRAY BIGINT BINARY BITMAP BOOLEAN BYTES CHAR CHARACTER DATE DEC ' +
    'DECIMAL DOUBLE FLOAT INT INTEGER INTERVAL MAP MULTISET NUMERIC RAW REAL ' +
    'ROW SMALLINT STRING STRUCTURED TIME TIMESTAMP TIMESTAMP_LTZ TINYINT ' +
    'VARBINARY VARCHAR VARIANT'
  ).split(' '),
);

/** How many numbers may stand in parentheses behind the name. */
const PARAMETERS: Record<string, number> = {
  BINARY: 1,
  'BINARY VARYING': 1,
  CHAR: 1,
  'CHAR VARYING': 1,
  CHARACTER: 1,
  'CHARACTER VARYING': 1,
  DEC: 2,
  DECIMAL: 2,
  NUMERIC: 2,
  TIME: 1,
  TIMESTAMP: 1,
  TIMESTAMP_LTZ: 1,
  VARBINARY: 1,
  VARCHAR: 1,
};

const UNITS = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'].flatMap(
  unit => [unit, `${unit}S`],
);

/** Tells whether a type can start here. */
export function isTypeStart(cursor: Cursor): boolean {
  return TYPES.has(cursor.word) || isName(cursor);
}

/**
 * A type with what may stand behind it: ARRAY, MULTISET, NOT NULL. `bare` is
 * CAST's, which knows no NULL and NOT NULL.
 */
export function readDataType(cursor: Cursor, bare = false): DataType {
  return cursor.nested(() => {
    const start = cursor.offset;
    if (!bare && cursor.is('INTERVAL')) {
      cursor.fail('a type that a column can have');
    }
    let type = readTypeName(cursor);
    for (;;) {
      const nullable = bare ? undefined : readNull(cursor);
      if (nullable !== undefined) {
        type = { ...type, nullable, span: cursor.spanFrom(start) };
      }
      const suffix = cursor.takeOneOf('ARRAY', 'MULTISET');
      if (!suffix) return type;
      cursor.grow();
      const span = cursor.spanFrom(start);
      type = { ...plain(suffix), elements: [type], span };
    }
  });
}

function readNull(cursor: Cursor): boolean | undefined {
  if (cursor.take('NULL')) return true;
  return cursor.take('NOT', 'NULL') ? false : undefined;
}

function plain(name: string): Omit<DataType, 'span'> {
  return { kind: 'DataType', name, parameters: [], elements: [], fields: [] };
}

function readTypeName(cursor: Cursor): DataType {
  const start = cursor.offset;
  const { word } = cursor;
  if (!TYPES.has(word) || cursor.ahead(1) === '.') {
    if (!isName(cursor)) return cursor.fail('a type');
    const path = readPath(cursor);
    return { ...plain(''), path, span: path.span };
  }
  const rest = readKnownType(cursor, word);
  return { ...plain(word), ...rest, span: cursor.spanFrom(start) };
}

function readKnownType(cursor: Cursor, word: string): Partial<DataType> {
  cursor.at += 1;
  switch (word) {
    case 'ARRAY':
    case 'MULTISET':
      return { elements: readElements(cursor, 1) };
    case 'MAP':
      return { elements: readElements(cursor, 2) };
    case 'ROW':
      return { fields: readFields(cursor) };
    case 'RAW':
      return readRaw(cursor);
    case 'STRUCTURED':
      return readStructured(cursor);
    case 'INTERVAL':
      return readInterval(cursor);
    default:
      return readScalar(cursor, word);
  }
}

function readElements(cursor: Cursor, count: number): DataType[] {
  cursor.expect('<');
  const elements = [readDataType(cursor)];
  while (elements.length < count) {
    cursor.expect(',');
    elements.push(readDataType(cursor));
  }
  cursor.expect('>');
  return elements;
}

/** `<a INT, b STRING 'comment'>`, or in parentheses; none for `ROW<>`. */
function readFields(cursor: Cursor): TypeField[] {
  // The tokenizer reads `<>` as the operator.
  if (cursor.take('<>') || cursor.take('(', ')')) return [];
  const open = cursor.expectOneOf('<', '(');
  const close = open === '<' ? '>' : ')';
  const fields = readList(cursor, () => readField(cursor));
  if (!cursor.take(close)) cursor.fail(`a comma or ${close}`);
  return fields;
}

function readField(cursor: Cursor): TypeField {
  const start = cursor.offset;
  const name = readIdentifier(cursor, 'the name of a field');
  const type = readDataType(cursor);
  const comment = cursor.is("'")
    ? readQuoted(cursor, 'a comment in quotes')
    : undefined;
  return {
    kind: 'TypeField',
    name,
    type,
    ...(comment === undefined ? {} : { comment }),
    span: cursor.spanFrom(start),
  };
}

function readRaw(cursor: Cursor): Partial<DataType> {
  cursor.expect('(');
  const className = readString(cursor);
  cursor.expect(',');
  const serializer = readString(cursor);
  cursor.expect(')');
  return { parameters: [className, serializer] };
}

function readStructured(cursor: Cursor): Partial<DataType> {
  cursor.expect('<');
  const className = readString(cursor);
  const fields = cursor.take(',')
    ? readList(cursor, () => readField(cursor))
    : [];
  cursor.expect('>');
  return { parameters: [className], fields };
}

function readInterval(cursor: Cursor): Partial<DataType> {
  const from = cursor.expectOneOf(...UNITS);
  const parameters = readNumbers(cursor, 2);
  if (!cursor.take('TO')) return { name: `INTERVAL ${from}`, parameters };
  const to = cursor.expectOneOf(...UNITS);
  parameters.push(...readNumbers(cursor, 1));
  return { name: `INTERVAL ${from} TO ${to}`, parameters };
}

function readScalar(cursor: Cursor, word: string): Partial<DataType> {
  let name = word;
  const varying = ['CHAR', 'CHARACTER', 'BINARY'].includes(word);
  if (varying && cursor.take('VARYING')) name += ' VARYING';
  if (word === 'DOUBLE' && cursor.take('PRECISION')) name += ' PRECISION';
  const count = PARAMETERS[name];
  const parameters = count ? readNumbers(cursor, count) : [];
  if (/CHAR/.test(name) && cursor.take('CHARACTER')) {
    cursor.expect('SET');
    readIdentifier(cursor, 'the name of a character set');
  }
  if (word === 'TIME' || word === 'TIMESTAMP') name += readZone(cursor);
  return { name, parameters };
}

function readZone(cursor: Cursor): string {
  if (cursor.take('WITHOUT')) {
    cursor.expect('TIME', 'ZONE');
    return ' WITHOUT TIME ZONE';
  }
  if (!cursor.take('WITH')) return '';
  cursor.expect('LOCAL', 'TIME', 'ZONE');
  return ' WITH LOCAL TIME ZONE';
}

/** `(1, 2)`, or nothing. */
function readNumbers(cursor: Cursor, most: number): string[] {
  if (!cursor.take('(')) return [];
  const numbers: string[] = [];
  do {
    if (!/^\d+$/.test(cursor.token?.text ?? '')) cursor.fail('a whole number');
    numbers.push(cursor.next().text);
  } while (numbers.length < most && cursor.take(','));
  cursor.expect(')');
  return numbers;
}
