import type {
  CreateCatalog,
  CreateConnection,
  CreateDatabase,
  CreateFunction,
  CreateModel,
  CreateStatement,
  CreateView,
} from '../ast';
import type { CreateHead } from './createTable';
import {
  readCreateMaterializedTable,
  readCreateTable,
  readIfNotExists,
} from './createTable';
import type { Cursor } from './Cursor';
import {
  readIdentifier,
  readList,
  readNameList,
  readPath,
  readSinglePath,
} from './identifier';
import { readQuery } from './query';
import { readQuoted } from './stringLiteral';
import { readComment, readWith } from './tableOption';
import { readSchema } from './tableSchema';

/** CREATE of anything. */
export function readCreate(cursor: Cursor): CreateStatement {
  const start = cursor.offset;
  cursor.expect('CREATE');
  const orAlter = cursor.is('OR', 'ALTER');
  const replace = cursor.is('OR', 'REPLACE');
  if (orAlter || replace) cursor.at += 2;
  else if (cursor.take('OR')) cursor.fail('ALTER or REPLACE');
  const prefix = cursor.here();
  const temporary = cursor.take('TEMPORARY');
  const system = cursor.is('SYSTEM');
  if (system && !temporary) {
    cursor.report(
      cursor.here(),
      'A system function or connection can only be temporary: write CREATE TEMPORARY SYSTEM.',
    );
  }
  if (system) {
    cursor.at += 1;
    if (!cursor.is('FUNCTION') && !cursor.is('CONNECTION')) {
      cursor.fail('CONNECTION or FUNCTION');
    }
  }
  if (orAlter && !cursor.is('MATERIALIZED')) cursor.fail('MATERIALIZED TABLE');
  const head = { start, replace, temporary, system };
  if (cursor.is('MATERIALIZED')) {
    if (temporary || replace) {
      const what = temporary ? 'temporary' : 'replaced';
      cursor.report(cursor.here(), `A materialized table cannot be ${what}.`);
    }
    cursor.expect('MATERIALIZED', 'TABLE');
    return readCreateMaterializedTable(cursor, start, orAlter);
  }
  return readObject(cursor, head, prefix);
}

/** REPLACE TABLE … AS. */
export function readReplace(cursor: Cursor): CreateStatement {
  const start = cursor.offset;
  cursor.expect('REPLACE');
  const temporary = cursor.take('TEMPORARY');
  cursor.expect('TABLE');
  const head = { start, replace: true, temporary };
  return readCreateTable(cursor, head, true);
}

type Head = CreateHead & { system: boolean };

function readObject(
  cursor: Cursor,
  head: Head,
  prefix: CreateStatement['span'],
): CreateStatement {
  switch (cursor.word) {
    case 'TABLE':
      cursor.at += 1;
      return readCreateTable(cursor, head, false);
    case 'VIEW':
      cursor.at += 1;
      return readCreateView(cursor, head);
    case 'CATALOG':
      cursor.at += 1;
      return readCreateCatalog(cursor, head);
    case 'DATABASE':
      cursor.at += 1;
      return readCreateDatabase(cursor, head);
    case 'FUNCTION':
      cursor.at += 1;
      return readCreateFunction(cursor, head);
    case 'MODEL':
      cursor.at += 1;
      return readCreateModel(cursor, head);
    case 'CONNECTION':
      cursor.at += 1;
      return readCreateConnection(cursor, head);
    default:
      return cursor.fail(
        prefix.start === cursor.offset
          ? 'what to create (TABLE, VIEW, MATERIALIZED TABLE, CATALOG, DATABASE, FUNCTION, MODEL or CONNECTION, TEMPORARY before it)'
          : 'what to create (TABLE, VIEW, FUNCTION, MODEL or CONNECTION)',
      );
  }
}

function readCreateView(cursor: Cursor, head: Head): CreateView {
  const { replace, temporary } = head;
  const ifNotExists = readIfNotExists(cursor);
  const path = readPath(cursor, 'a name for the view');
  const columns = cursor.is('(')
    ? { columns: readNameList(cursor, 'the name of a column') }
    : {};
  const comment = readComment(cursor);
  cursor.expect('AS');
  const query = readQuery(cursor);
  return {
    kind: 'CreateView',
    replace,
    temporary,
    ifNotExists,
    path,
    ...columns,
    ...comment,
    query,
    span: cursor.spanFrom(head.start),
  };
}

function readCreateCatalog(cursor: Cursor, { start }: Head): CreateCatalog {
  const ifNotExists = readIfNotExists(cursor);
  const name = readIdentifier(cursor, 'a name for the catalog');
  const rest = { ...readComment(cursor), ...readWith(cursor) };
  const span = cursor.spanFrom(start);
  return { kind: 'CreateCatalog', ifNotExists, name, ...rest, span };
}

function readCreateDatabase(cursor: Cursor, { start }: Head): CreateDatabase {
  const ifNotExists = readIfNotExists(cursor);
  const path = readPath(cursor, 'a name for the database');
  const rest = { ...readComment(cursor), ...readWith(cursor) };
  const span = cursor.spanFrom(start);
  return { kind: 'CreateDatabase', ifNotExists, path, ...rest, span };
}

function readCreateConnection(cursor: Cursor, head: Head): CreateConnection {
  const { start, temporary, system } = head;
  const ifNotExists = readIfNotExists(cursor);
  const path = readPath(cursor, 'a name for the connection');
  const comment = readComment(cursor);
  if (!cursor.is('WITH')) cursor.fail('WITH');
  const options = readWith(cursor);
  return {
    kind: 'CreateConnection',
    temporary,
    system,
    ifNotExists,
    path,
    ...comment,
    ...options,
    span: cursor.spanFrom(start),
  };
}

function readCreateFunction(cursor: Cursor, head: Head): CreateFunction {
  const { start, temporary, system } = head;
  const ifNotExists = readIfNotExists(cursor);
  const what = 'a name for the function';
  const path = system ? readSinglePath(cursor, what) : readPath(cursor, what);
  cursor.expect('AS');
  const className = readQuoted(cursor, "the function's class in quotes");
  const language = readLanguage(cursor);
  const resources = cursor.take('USING')
    ? readList(cursor, () => readResource(cursor))
    : [];
  const options = readWith(cursor);
  return {
    kind: 'CreateFunction',
    temporary,
    system,
    ifNotExists,
    path,
    className,
    ...language,
    resources,
    ...options,
    span: cursor.spanFrom(start),
  };
}

/** `LANGUAGE JAVA` */
export function readLanguage(cursor: Cursor): { language?: string } {
  if (!cursor.take('LANGUAGE')) return {};
  return { language: cursor.expectOneOf('JAVA', 'SCALA', 'SQL', 'PYTHON') };
}

function readResource(cursor: Cursor): CreateFunction['resources'][0] {
  const start = cursor.offset;
  const type = cursor.expectOneOf('JAR', 'ARTIFACT');
  const path = readQuoted(cursor, 'a path in quotes');
  return { type, path, span: cursor.spanFrom(start) };
}

function readCreateModel(cursor: Cursor, head: Head): CreateModel {
  const { start, temporary } = head;
  const ifNotExists = readIfNotExists(cursor);
  const path = readPath(cursor, 'a name for the model');
  const input = cursor.take('INPUT')
    ? { input: readSchema(cursor, 'model') }
    : {};
  const output = cursor.take('OUTPUT')
    ? { output: readSchema(cursor, 'model') }
    : {};
  const rest = { ...readComment(cursor), ...readWith(cursor) };
  const query = cursor.take('AS') ? { query: readQuery(cursor) } : {};
  return {
    kind: 'CreateModel',
    temporary,
    ifNotExists,
    path,
    ...input,
    ...output,
    ...rest,
    ...query,
    span: cursor.spanFrom(start),
  };
}
