import type {
  CreateMaterializedTable,
  CreateTable,
  Distribution,
  Identifier,
  Query,
  TableSchema,
} from '../ast';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readNameList, readPath } from './identifier';
import { isQuoted } from './intervalLiteral';
import { readQuery } from './query';
import { readComment, readWith } from './tableOption';
import { readDistribution } from './distribution';
import { readLike } from './likeClause';
import { readSchema } from './tableSchema';

/** Where reading goes on when a part of the definition does not fit. */
const PARTS: ReadonlySet<string> = new Set([
  'COMMENT',
  'DISTRIBUTED',
  'PARTITIONED',
  'WITH',
  'FRESHNESS',
  'REFRESH_MODE',
  'START_MODE',
  'LIKE',
  'AS',
]);

const START_MODES = [
  'FROM_BEGINNING',
  'FROM_NOW',
  'FROM_TIMESTAMP',
  'RESUME_OR_FROM_BEGINNING',
  'RESUME_OR_FROM_NOW',
  'RESUME_OR_FROM_TIMESTAMP',
];

/** What was read in front of the name. */
export type CreateHead = {
  start: number;
  replace: boolean;
  temporary: boolean;
};

/** From the name to the end; `isReplace` for REPLACE TABLE, which needs AS. */
export function readCreateTable(
  cursor: Cursor,
  { start, replace, temporary }: CreateHead,
  isReplace: boolean,
): CreateTable {
  const ifNotExists = readIfNotExists(cursor);
  const path = readPath(cursor, 'a name for the table');
  const definition = readDefinition(cursor);
  const like = cursor.is('LIKE') ? readLike(cursor) : undefined;
  const query = like ? undefined : readAs(cursor);
  if (isReplace && !query) cursor.fail('AS and a query');
  checkNamedColumns(cursor, definition.schema, query);
  return {
    kind: 'CreateTable',
    replace,
    temporary,
    ifNotExists,
    path,
    ...definition,
    ...(like && { like }),
    ...(query && { query }),
    span: cursor.spanFrom(start),
  };
}

/** From the name to the end. */
export function readCreateMaterializedTable(
  cursor: Cursor,
  start: number,
  orAlter: boolean,
): CreateMaterializedTable {
  const path = readPath(cursor, 'a name for the materialized table');
  const definition = readDefinition(cursor);
  const refresh = readPart(cursor, () => readRefresh(cursor)) ?? {};
  cursor.expect('AS');
  const query = readQuery(cursor);
  return {
    kind: 'CreateMaterializedTable',
    orAlter,
    path,
    ...definition,
    ...refresh,
    query,
    span: cursor.spanFrom(start),
  };
}

/** `IF NOT EXISTS` */
export function readIfNotExists(cursor: Cursor): boolean {
  if (!cursor.is('IF', 'NOT')) return false;
  cursor.expect('IF', 'NOT', 'EXISTS');
  return true;
}

function readAs(cursor: Cursor): Query | undefined {
  return cursor.take('AS') ? readQuery(cursor) : undefined;
}

type Definition = Pick<
  CreateTable,
  'schema' | 'comment' | 'distribution' | 'partitionedBy' | 'options'
>;

function readDefinition(cursor: Cursor): Definition {
  const schema: TableSchema | undefined = cursor.is('(')
    ? readPart(cursor, () => readSchema(cursor, 'create'))
    : undefined;
  const comment = readPart(cursor, () => readComment(cursor)) ?? {};
  const start = cursor.offset;
  const distribution: Distribution | undefined = cursor.take('DISTRIBUTED')
    ? readPart(cursor, () => readDistribution(cursor, start))
    : undefined;
  const partitionedBy: Identifier[] | undefined = cursor.take('PARTITIONED')
    ? readPart(cursor, () => readPartitionedBy(cursor))
    : undefined;
  return {
    ...(schema && { schema }),
    ...comment,
    ...(distribution && { distribution }),
    ...(partitionedBy && { partitionedBy }),
    ...readWith(cursor),
  };
}

function readPart<T>(cursor: Cursor, read: () => T): T | undefined {
  return cursor.recover<T | undefined>(read, () => undefined, PARTS);
}

function readPartitionedBy(cursor: Cursor): Identifier[] {
  cursor.expect('BY');
  return readNameList(cursor, 'the name of a column');
}

function checkNamedColumns(
  cursor: Cursor,
  schema: TableSchema | undefined,
  query: Query | undefined,
): void {
  const [first] = schema?.columns ?? [];
  if (query || first?.kind !== 'NamedColumn' || !schema) return;
  cursor.report(
    schema.span,
    'Columns have no type only where a query follows (CREATE TABLE … AS).',
  );
}

function readRefresh(
  cursor: Cursor,
): Pick<CreateMaterializedTable, 'freshness' | 'refreshMode' | 'startMode'> {
  const startMode = cursor.take('START_MODE') ? readStartMode(cursor) : {};
  const freshness = cursor.take('FRESHNESS') ? readFreshness(cursor) : {};
  const refreshMode = cursor.take('REFRESH_MODE')
    ? readRefreshMode(cursor)
    : {};
  return { ...startMode, ...freshness, ...refreshMode };
}

function readStartMode(
  cursor: Cursor,
): Pick<CreateMaterializedTable, 'startMode'> {
  cursor.expect('=');
  const start = cursor.offset;
  const mode = cursor.expectOneOf(...START_MODES);
  const isTimestamp = mode.endsWith('FROM_TIMESTAMP');
  const hasValue = isTimestamp || mode.endsWith('FROM_NOW');
  if (isTimestamp && !cursor.is('(')) cursor.fail('(');
  if (hasValue && cursor.take('(')) {
    if (isTimestamp && !cursor.is('TIMESTAMP')) cursor.fail('TIMESTAMP');
    readExpression(cursor);
    cursor.expect(')');
  }
  return { startMode: cursor.spanFrom(start) };
}

/** `= INTERVAL '1' DAY`, as FRESHNESS has it. */
export function readFreshness(
  cursor: Cursor,
): Pick<CreateMaterializedTable, 'freshness'> {
  cursor.expect('=');
  const interval = readExpression(cursor);
  const { span } = interval;
  if (interval.kind !== 'IntervalLiteral' || !isQuoted(interval.value)) {
    cursor.report(
      span,
      "FRESHNESS is an interval such as INTERVAL '1' MINUTE.",
    );
  }
  return { freshness: span };
}

/** `= FULL`, `= CONTINUOUS`. */
export function readRefreshMode(cursor: Cursor): { refreshMode: string } {
  cursor.expect('=');
  return { refreshMode: cursor.expectOneOf('FULL', 'CONTINUOUS') };
}
