import type { AlterAction, AlterStatement } from '../ast';
import { readTableAction } from './alterTableAction';
import { readLanguage } from './createStatement';
import { readFreshness, readRefreshMode } from './createTable';
import type { Cursor } from './Cursor';
import { readPath, readSinglePath } from './identifier';
import { readPartition } from './partition';
import { readQuery } from './query';
import { readQuoted } from './stringLiteral';
import { readKeys, readOptions } from './tableOption';

type Altered = AlterStatement['object'];

const NOTHING: ReadonlySet<string> = new Set();

/** What may be written IF EXISTS. */
const OPTIONAL: readonly Altered[] = [
  'TABLE',
  'FUNCTION',
  'MODEL',
  'CONNECTION',
];

/** ALTER of anything. */
export function readAlter(cursor: Cursor): AlterStatement {
  const start = cursor.offset;
  cursor.expect('ALTER');
  const temporary = cursor.take('TEMPORARY');
  const system = temporary && cursor.take('SYSTEM');
  if (temporary && !cursor.is('FUNCTION')) {
    cursor.fail(system ? 'FUNCTION' : 'FUNCTION or SYSTEM FUNCTION');
  }
  const object = readAltered(cursor);
  const ifExists =
    OPTIONAL.includes(object) && cursor.is('IF', 'EXISTS')
      ? cursor.take('IF', 'EXISTS')
      : false;
  const what = `the name of the ${object.toLowerCase()}`;
  const path =
    object === 'CATALOG'
      ? readSinglePath(cursor, what)
      : readPath(cursor, what);
  const action = cursor.recover<AlterAction>(
    () => readAction(cursor, object),
    span => ({ kind: 'UnknownAction', span }),
    NOTHING,
  );
  return {
    kind: 'Alter',
    object,
    temporary,
    system,
    ifExists,
    path,
    action,
    span: cursor.spanFrom(start),
  };
}

function readAltered(cursor: Cursor): Altered {
  if (cursor.take('MATERIALIZED')) {
    cursor.expect('TABLE');
    return 'MATERIALIZED TABLE';
  }
  return cursor.expectOneOf(
    'TABLE',
    'VIEW',
    'CATALOG',
    'DATABASE',
    'FUNCTION',
    'MODEL',
    'CONNECTION',
  ) as Altered;
}

function readAction(cursor: Cursor, object: Altered): AlterAction {
  const start = cursor.offset;
  switch (object) {
    case 'TABLE':
      return (
        readTableAction(cursor, object) ??
        readOptionsAction(cursor) ??
        cursor.fail('ADD, DROP, MODIFY, RENAME, RESET or SET')
      );
    case 'MATERIALIZED TABLE':
      return (
        readMaterializedAction(cursor) ??
        readTableAction(cursor, object) ??
        readOptionsAction(cursor) ??
        cursor.fail(
          'ADD, AS, DROP, MODIFY, REFRESH, RESET, RESUME, SET or SUSPEND',
        )
      );
    case 'VIEW':
      if (cursor.is('AS')) return readAs(cursor);
      return readRename(cursor) ?? cursor.fail('AS or RENAME');
    case 'CATALOG':
      if (cursor.take('COMMENT')) {
        const comment = readQuoted(cursor, 'the comment in quotes');
        return { kind: 'SetComment', comment, span: cursor.spanFrom(start) };
      }
      return readOptionsAction(cursor) ?? cursor.fail('COMMENT, RESET or SET');
    case 'DATABASE':
      if (!cursor.is('SET')) cursor.fail('SET');
      return readOptionsAction(cursor) ?? cursor.fail('SET');
    case 'FUNCTION': {
      cursor.expect('AS');
      const className = readQuoted(cursor, "the function's class in quotes");
      const rest = readLanguage(cursor);
      const span = cursor.spanFrom(start);
      return { kind: 'SetFunction', className, ...rest, span };
    }
    default:
      return (
        readRename(cursor) ??
        readOptionsAction(cursor) ??
        cursor.fail('RENAME, RESET or SET')
      );
  }
}

function readRename(cursor: Cursor): AlterAction | undefined {
  const start = cursor.offset;
  if (!cursor.take('RENAME')) return undefined;
  cursor.expect('TO');
  const to = readPath(cursor, 'the new name');
  return { kind: 'Rename', to, span: cursor.spanFrom(start) };
}

/** SET (…), RESET (…). */
function readOptionsAction(cursor: Cursor): AlterAction | undefined {
  const start = cursor.offset;
  if (cursor.take('SET')) {
    const options = readOptions(cursor);
    return { kind: 'SetOptions', options, span: cursor.spanFrom(start) };
  }
  if (!cursor.take('RESET')) return undefined;
  const keys = readKeys(cursor);
  return { kind: 'ResetOptions', keys, span: cursor.spanFrom(start) };
}

function readAs(cursor: Cursor): AlterAction {
  const start = cursor.offset;
  cursor.expect('AS');
  const query = readQuery(cursor);
  return { kind: 'SetQuery', query, span: cursor.spanFrom(start) };
}

function readMaterializedAction(cursor: Cursor): AlterAction | undefined {
  const start = cursor.offset;
  const operate = (
    operation: string,
    rest: Partial<Extract<AlterAction, { kind: 'Operate' }>> = {},
  ): AlterAction => ({
    kind: 'Operate',
    operation,
    ...rest,
    span: cursor.spanFrom(start),
  });
  if (cursor.is('AS')) return readAs(cursor);
  if (cursor.take('SUSPEND')) return operate('SUSPEND');
  if (cursor.take('RESUME')) {
    return cursor.take('WITH')
      ? operate('RESUME', { options: readOptions(cursor) })
      : operate('RESUME');
  }
  if (cursor.take('REFRESH')) {
    return cursor.take('PARTITION')
      ? operate('REFRESH', { partition: readPartition(cursor) })
      : operate('REFRESH');
  }
  if (cursor.take('SET', 'FRESHNESS')) {
    readFreshness(cursor);
    return operate('SET FRESHNESS');
  }
  if (cursor.take('SET', 'REFRESH_MODE')) {
    readRefreshMode(cursor);
    return operate('SET REFRESH_MODE');
  }
  if (cursor.is('SET') && cursor.ahead(1) !== '(') {
    cursor.at += 1;
    cursor.fail('FRESHNESS, REFRESH_MODE or (');
  }
  return undefined;
}
