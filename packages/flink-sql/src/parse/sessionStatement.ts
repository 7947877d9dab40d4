import type { Identifier, SessionStatement } from '../ast';
import type { Cursor } from './Cursor';
import { readArgument } from './functionCall';
import {
  readIdentifier,
  readList,
  readPath,
  readSinglePath,
} from './identifier';
import { readPartition } from './partition';
import { readDescribe, readShow } from './showStatement';
import { readQuoted, readString } from './stringLiteral';
import { readWith } from './tableOption';

type Reader = (cursor: Cursor, start: number) => SessionStatement;

/** By the first word; each takes it, too. */
export const SESSION: Record<string, Reader> = {
  SET: readSet,
  RESET: readReset,
  USE: readUse,
  LOAD: readModule,
  UNLOAD: readModule,
  ADD: readJar,
  REMOVE: readJar,
  SHOW: readShow,
  DESCRIBE: readDescribe,
  DESC: readDescribe,
  DROP: readDrop,
  CALL: readCall,
  ANALYZE: readAnalyze,
  STOP: readStop,
  QUIT: readClient,
  EXIT: readClient,
  CLEAR: readClient,
  HELP: readClient,
  SOURCE: readClient,
};

function readSet(cursor: Cursor, start: number): SessionStatement {
  cursor.expect('SET');
  if (cursor.is('') || cursor.is(';')) {
    return { kind: 'Set', span: cursor.spanFrom(start) };
  }
  if (!cursor.is("'")) return readPlainSet(cursor, start);
  const key = readString(cursor);
  cursor.expect('=');
  const value = readString(cursor, "the option's value in quotes");
  return { kind: 'Set', key, value, span: cursor.spanFrom(start) };
}

/** `SET table.sql-dialect = default`: neither key nor value has a space. */
function readPlainSet(cursor: Cursor, start: number): SessionStatement {
  const { at } = cursor;
  const key = readPlain(cursor, true);
  const isPair = key !== '' && cursor.take('=');
  const isQuoted = cursor.is("'");
  let value = '';
  if (isPair) value = isQuoted ? readString(cursor) : readPlain(cursor, false);
  const isWhole = value !== '' || isQuoted;
  if (!isPair || !isWhole || !(cursor.is('') || cursor.is(';'))) {
    cursor.at = at;
    cursor.fail("an option's key in quotes, = and its value in quotes");
  }
  return { kind: 'Set', key, value, span: cursor.spanFrom(start) };
}

/** Tokens without a space between, up to `=` where they are a key. */
function readPlain(cursor: Cursor, isKey: boolean): string {
  let text = '';
  let end = cursor.offset;
  while (cursor.token && cursor.offset === end && !cursor.is(';')) {
    if (isKey && (cursor.is('=') || cursor.is("'"))) break;
    const token = cursor.next();
    text += token.text;
    end += token.text.length;
  }
  return text;
}

function readReset(cursor: Cursor, start: number): SessionStatement {
  cursor.expect('RESET');
  if (cursor.is('') || cursor.is(';')) {
    return { kind: 'Reset', span: cursor.spanFrom(start) };
  }
  const key = cursor.is("'") ? readString(cursor) : readPlain(cursor, true);
  return { kind: 'Reset', key, span: cursor.spanFrom(start) };
}

function readUse(cursor: Cursor, start: number): SessionStatement {
  cursor.expect('USE');
  const isObject = cursor.ahead(1) !== '.';
  if (isObject && cursor.take('CATALOG')) {
    const paths = [readSinglePath(cursor, 'the name of a catalog')];
    const span = cursor.spanFrom(start);
    return { kind: 'Use', object: 'CATALOG', paths, span };
  }
  if (cursor.take('MODULES')) {
    const paths = readList(cursor, () =>
      readSinglePath(cursor, 'the name of a module'),
    );
    const span = cursor.spanFrom(start);
    return { kind: 'Use', object: 'MODULES', paths, span };
  }
  const paths = [
    readPath(cursor, 'CATALOG, MODULES or the name of a database'),
  ];
  return {
    kind: 'Use',
    object: 'DATABASE',
    paths,
    span: cursor.spanFrom(start),
  };
}

function readModule(cursor: Cursor, start: number): SessionStatement {
  const action = cursor.expectOneOf('LOAD', 'UNLOAD') as 'LOAD';
  cursor.expect('MODULE');
  const name = readIdentifier(cursor, 'the name of a module');
  const options = action === 'LOAD' ? readWith(cursor) : {};
  const span = cursor.spanFrom(start);
  return { kind: 'Module', action, name, ...options, span };
}

function readJar(cursor: Cursor, start: number): SessionStatement {
  const action = cursor.expectOneOf('ADD', 'REMOVE') as 'ADD';
  cursor.expect('JAR');
  const path = readQuoted(cursor, 'the path of the JAR in quotes');
  return { kind: 'Jar', action, path, span: cursor.spanFrom(start) };
}

const DROPPED = [
  'TABLE',
  'VIEW',
  'CATALOG',
  'DATABASE',
  'FUNCTION',
  'MODEL',
  'CONNECTION',
];

function readDrop(cursor: Cursor, start: number): SessionStatement {
  cursor.expect('DROP');
  const temporary = cursor.take('TEMPORARY');
  const system = cursor.take('SYSTEM');
  if (system && cursor.is('CONNECTION') && !temporary) {
    cursor.report(
      cursor.here(),
      'A system connection can only be temporary: write DROP TEMPORARY SYSTEM CONNECTION.',
    );
  }
  if (system && !cursor.is('FUNCTION') && !cursor.is('CONNECTION')) {
    cursor.fail('CONNECTION or FUNCTION');
  }
  let object: string;
  if (cursor.is('MATERIALIZED')) {
    if (temporary) {
      cursor.report(cursor.here(), 'A materialized table is never temporary.');
    }
    cursor.expect('MATERIALIZED', 'TABLE');
    object = 'MATERIALIZED TABLE';
  } else object = cursor.expectOneOf(...DROPPED);
  const ifExists = cursor.take('IF', 'EXISTS');
  const path = readPath(cursor, `the name of a ${object.toLowerCase()}`);
  const behaviour =
    object === 'DATABASE'
      ? (cursor.takeOneOf('CASCADE', 'RESTRICT') as 'CASCADE' | undefined)
      : undefined;
  return {
    kind: 'Drop',
    object,
    temporary,
    system,
    ifExists,
    path,
    ...(behaviour && { behaviour }),
    span: cursor.spanFrom(start),
  };
}

function readCall(cursor: Cursor, start: number): SessionStatement {
  cursor.expect('CALL');
  const procedure = readPath(cursor, 'the name of a procedure');
  cursor.expect('(');
  const args = [];
  if (!cursor.is(')')) {
    do args.push(readArgument(cursor, args.length === 0));
    while (cursor.take(','));
  }
  if (!cursor.take(')')) cursor.fail('a comma or )');
  return { kind: 'Call', procedure, args, span: cursor.spanFrom(start) };
}

function readAnalyze(cursor: Cursor, start: number): SessionStatement {
  cursor.expect('ANALYZE', 'TABLE');
  const table = readPath(cursor, 'the name of a table');
  const partition = cursor.take('PARTITION')
    ? { partition: readPartition(cursor, true) }
    : {};
  cursor.expect('COMPUTE', 'STATISTICS');
  const columns = cursor.take('FOR') ? { columns: readColumns(cursor) } : {};
  const span = cursor.spanFrom(start);
  return { kind: 'Analyze', table, ...partition, ...columns, span };
}

function readColumns(cursor: Cursor): Identifier[] | 'ALL' {
  if (cursor.take('ALL')) {
    cursor.expect('COLUMNS');
    return 'ALL';
  }
  cursor.expect('COLUMNS');
  return readList(cursor, () => readIdentifier(cursor, 'the name of a column'));
}

function readStop(cursor: Cursor, start: number): SessionStatement {
  cursor.expect('STOP', 'JOB');
  const job = readQuoted(cursor, "the job's id in quotes");
  const savepoint = cursor.take('WITH', 'SAVEPOINT');
  const place = cursor.here();
  const drain = cursor.take('WITH', 'DRAIN');
  if (drain && !savepoint) {
    cursor.report(place, 'WITH DRAIN comes after WITH SAVEPOINT.');
  }
  const span = cursor.spanFrom(start);
  return { kind: 'StopJob', job, savepoint, drain, span };
}

/** The SQL client's own; SOURCE takes all that follows. */
function readClient(cursor: Cursor, start: number): SessionStatement {
  const command = cursor.next().text.toUpperCase();
  if (command === 'SOURCE')
    while (!cursor.is('') && !cursor.is(';')) cursor.next();
  return { kind: 'Client', command, span: cursor.spanFrom(start) };
}
