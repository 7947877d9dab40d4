import type { DescribeStatement, ShowStatement } from '../ast';
import type { Cursor } from './Cursor';
import { readPath, readSinglePath } from './identifier';
import { readPartition } from './partition';
import { readQuoted } from './stringLiteral';

/** What SHOW lists, and what may follow: FROM/IN, LIKE, ILIKE. */
const LISTS: Record<string, { from: boolean; like: string[] }> = {
  CATALOGS: { from: false, like: ['LIKE', 'ILIKE'] },
  CONNECTIONS: { from: true, like: ['LIKE'] },
  DATABASES: { from: true, like: ['LIKE', 'ILIKE'] },
  FUNCTIONS: { from: true, like: ['LIKE', 'ILIKE'] },
  'USER FUNCTIONS': { from: true, like: ['LIKE', 'ILIKE'] },
  JARS: { from: false, like: [] },
  JOBS: { from: false, like: [] },
  MODELS: { from: true, like: ['LIKE'] },
  MODULES: { from: false, like: [] },
  'FULL MODULES': { from: false, like: [] },
  PROCEDURES: { from: true, like: ['LIKE', 'ILIKE'] },
  TABLES: { from: true, like: ['LIKE'] },
  'MATERIALIZED TABLES': { from: true, like: ['LIKE'] },
  VIEWS: { from: true, like: ['LIKE'] },
  COLUMNS: { from: true, like: ['LIKE'] },
  'CURRENT CATALOG': { from: false, like: [] },
  'CURRENT DATABASE': { from: false, like: [] },
};

const FIRST_WORDS = ['USER', 'FULL', 'MATERIALIZED', 'CURRENT'];

/** SHOW of anything. */
export function readShow(cursor: Cursor): ShowStatement {
  const start = cursor.offset;
  cursor.expect('SHOW');
  if (cursor.take('CREATE')) return readShowCreate(cursor, start);
  if (cursor.take('PARTITIONS')) return readShowPartitions(cursor, start);
  const what = readWhat(cursor);
  const list = LISTS[what];
  const rest = {
    ...(list.from && readFrom(cursor, what)),
    ...readPattern(cursor, list.like),
  };
  const span = cursor.spanFrom(start);
  return { kind: 'Show', what, negated: false, ...rest, span };
}

function readWhat(cursor: Cursor): string {
  const first = cursor.takeOneOf(...FIRST_WORDS);
  const known = Object.keys(LISTS).filter(name =>
    first ? name.startsWith(`${first} `) : !name.includes(' '),
  );
  const last = known.map(name => name.split(' ').pop() as string);
  if (!last.includes(cursor.word)) {
    cursor.fail(
      first
        ? last.join(' or ')
        : 'what to show, such as TABLES, CATALOGS, DATABASES, FUNCTIONS or CREATE TABLE',
    );
  }
  const word = cursor.next().text.toUpperCase();
  return first ? `${first} ${word}` : word;
}

function readFrom(cursor: Cursor, what: string): Pick<ShowStatement, 'path'> {
  if (!cursor.takeOneOf('FROM', 'IN')) {
    return what === 'COLUMNS' ? cursor.fail('FROM or IN') : {};
  }
  const path = readPath(cursor);
  if (what === 'DATABASES' && path.parts.length > 1) {
    cursor.report(path.span, "A catalog's name has one part.");
  }
  return { path };
}

function readPattern(
  cursor: Cursor,
  operators: string[],
): Partial<ShowStatement> {
  if (!operators.length) return {};
  const negated = cursor.take('NOT');
  const operator = cursor.takeOneOf(...operators) as 'LIKE' | undefined;
  if (!operator) {
    if (negated) cursor.fail(operators.join(' or '));
    return {};
  }
  const pattern = readQuoted(cursor, 'a pattern in quotes');
  return { negated, operator, pattern };
}

function readShowPartitions(cursor: Cursor, start: number): ShowStatement {
  const path = readPath(cursor, 'the name of a table');
  const partition = cursor.take('PARTITION')
    ? { partition: readPartition(cursor) }
    : {};
  return {
    kind: 'Show',
    what: 'PARTITIONS',
    path,
    negated: false,
    ...partition,
    span: cursor.spanFrom(start),
  };
}

function readShowCreate(cursor: Cursor, start: number): ShowStatement {
  const orAlter = cursor.take('OR');
  if (orAlter) cursor.expect('ALTER');
  let object: string;
  if (orAlter || cursor.is('MATERIALIZED')) {
    cursor.expect('MATERIALIZED', 'TABLE');
    object = 'MATERIALIZED TABLE';
  } else {
    object = cursor.expectOneOf(
      'TABLE',
      'VIEW',
      'CATALOG',
      'MODEL',
      'CONNECTION',
    );
  }
  const path = object === 'CATALOG' ? readSinglePath(cursor) : readPath(cursor);
  const what = `CREATE ${object}`;
  const span = cursor.spanFrom(start);
  return { kind: 'Show', what, path, negated: false, span };
}

const DESCRIBED = ['CATALOG', 'DATABASE', 'FUNCTION', 'MODEL', 'CONNECTION'];

/** DESCRIBE of an object; DESCRIBE of a query is an EXPLAIN. */
export function readDescribe(cursor: Cursor): DescribeStatement {
  const start = cursor.offset;
  const isShort = cursor.expectOneOf('DESCRIBE', 'DESC') === 'DESC';
  if (cursor.take('JOB')) {
    const job = readQuoted(cursor, "the job's id in quotes");
    const span = cursor.spanFrom(start);
    return { kind: 'Describe', object: 'JOB', extended: false, job, span };
  }
  const object = cursor.takeOneOf(...DESCRIBED) ?? 'TABLE';
  if (object === 'TABLE' && !isShort) cursor.take('TABLE');
  const extended = cursor.is('EXTENDED') && cursor.take('EXTENDED');
  const what = `the name of a ${object.toLowerCase()}`;
  const path =
    object === 'CATALOG'
      ? readSinglePath(cursor, what)
      : readPath(cursor, what);
  const span = cursor.spanFrom(start);
  return {
    kind: 'Describe',
    object: object as DescribeStatement['object'],
    extended,
    path,
    span,
  };
}
