import type {
  ColumnDefinition,
  Constraint,
  Distribution,
  Identifier,
  LikeClause,
  TableSchema,
  WatermarkDefinition,
} from '../ast';
import type { Cursor } from './Cursor';
import { readDataType } from './dataType';
import { readExpression } from './expression';
import {
  isName,
  readIdentifier,
  readNameList,
  readParts,
  readPath,
} from './identifier';
import { readComment } from './tableOption';
import { readString } from './stringLiteral';

/** How a schema is written: where it stands decides what it may hold. */
export type SchemaPlace = 'create' | 'alter' | 'model';

const COLUMN_ENDS: ReadonlySet<string> = new Set([',']);

/** `(column, constraint, watermark, …)` */
export function readSchema(cursor: Cursor, place: SchemaPlace): TableSchema {
  const start = cursor.offset;
  const schema = emptySchema(start);
  cursor.expect('(');
  do {
    cursor.recover(
      () => readElement(cursor, schema, place),
      () => undefined,
      COLUMN_ENDS,
    );
  } while (cursor.take(','));
  if (!cursor.take(')')) cursor.fail('a comma or )');
  schema.span = cursor.spanFrom(start);
  return schema;
}

/** One element without parentheses, as ALTER TABLE ADD may have it. */
export function readSingleSchema(cursor: Cursor): TableSchema {
  const start = cursor.offset;
  const schema = emptySchema(start);
  readElement(cursor, schema, 'alter');
  schema.span = cursor.spanFrom(start);
  return schema;
}

function emptySchema(start: number): TableSchema {
  return {
    kind: 'TableSchema',
    columns: [],
    watermarks: [],
    constraints: [],
    span: { start, end: start },
  };
}

function readElement(
  cursor: Cursor,
  schema: TableSchema,
  place: SchemaPlace,
): void {
  if (cursor.is('WATERMARK')) {
    if (schema.watermarks.length) {
      cursor.report(cursor.here(), 'A table can have one WATERMARK only.');
    }
    schema.watermarks.push(readWatermark(cursor));
  } else if (['CONSTRAINT', 'PRIMARY', 'UNIQUE'].includes(cursor.word)) {
    schema.constraints.push(readTableConstraint(cursor));
  } else {
    const column = readColumn(cursor, place);
    const [first = column] = schema.columns;
    schema.columns.push(column);
    if (isTyped(column) === isTyped(first)) return;
    if (isTyped(first)) cursor.fail('a type or AS');
    cursor.report(
      column.span,
      'Either all columns have a type, or none of them.',
    );
  }
}

function isTyped(column: ColumnDefinition): boolean {
  return column.kind !== 'NamedColumn';
}

function readColumn(cursor: Cursor, place: SchemaPlace): ColumnDefinition {
  const start = cursor.offset;
  const path = readParts(cursor, 'the name of a column');
  const base = { path, name: path[path.length - 1] };
  if (path.length === 1 && cursor.take('AS')) {
    const expression = readExpression(cursor);
    const rest = readEnd(cursor, place);
    const span = cursor.spanFrom(start);
    return { kind: 'ComputedColumn', ...base, expression, ...rest, span };
  }
  const isEnd = [',', ')', ''].includes(cursor.word);
  if (place === 'create' && isEnd) {
    return { kind: 'NamedColumn', ...base, span: cursor.spanFrom(start) };
  }
  const type = readDataType(cursor);
  if (cursor.take('METADATA')) {
    const from = cursor.take('FROM') ? { from: readString(cursor) } : {};
    const virtual = cursor.take('VIRTUAL');
    const rest = readEnd(cursor, place);
    const span = cursor.spanFrom(start);
    return {
      kind: 'MetadataColumn',
      ...base,
      type,
      ...from,
      virtual,
      ...rest,
      span,
    };
  }
  const constraint = readColumnConstraint(cursor, base.name);
  const rest = readEnd(cursor, place);
  const span = cursor.spanFrom(start);
  return {
    kind: 'PhysicalColumn',
    ...base,
    type,
    ...(constraint && { constraint }),
    ...rest,
    span,
  };
}

/** COMMENT and, in ALTER, FIRST or AFTER. */
function readEnd(
  cursor: Cursor,
  place: SchemaPlace,
): Pick<ColumnDefinition, 'comment' | 'position'> {
  const comment = readComment(cursor);
  if (place !== 'alter') return comment;
  if (cursor.take('FIRST')) return { ...comment, position: 'FIRST' };
  return cursor.take('AFTER')
    ? { ...comment, position: { after: readParts(cursor) } }
    : comment;
}

function readColumnConstraint(
  cursor: Cursor,
  column: Identifier,
): Constraint | undefined {
  if (!['CONSTRAINT', 'PRIMARY', 'UNIQUE'].includes(cursor.word)) {
    return undefined;
  }
  return readConstraint(cursor, () => [column]);
}

function readTableConstraint(cursor: Cursor): Constraint {
  return readConstraint(cursor, () =>
    readNameList(cursor, 'the name of a column'),
  );
}

function readConstraint(
  cursor: Cursor,
  columnsOf: () => Identifier[],
): Constraint {
  const start = cursor.offset;
  const name = cursor.take('CONSTRAINT')
    ? readIdentifier(cursor, 'a name for the constraint')
    : undefined;
  const isPrimary = cursor.expectOneOf('PRIMARY', 'UNIQUE') === 'PRIMARY';
  if (isPrimary) cursor.expect('KEY');
  const columns = columnsOf();
  const enforced = readEnforced(cursor);
  return {
    kind: 'Constraint',
    ...(name && { name }),
    type: isPrimary ? 'PRIMARY KEY' : 'UNIQUE',
    columns,
    ...enforced,
    span: cursor.spanFrom(start),
  };
}

function readEnforced(cursor: Cursor): { enforced?: boolean } {
  if (cursor.take('ENFORCED')) return { enforced: true };
  if (!cursor.take('NOT')) return {};
  cursor.expect('ENFORCED');
  return { enforced: false };
}

function readWatermark(cursor: Cursor): WatermarkDefinition {
  const start = cursor.offset;
  cursor.expect('WATERMARK', 'FOR');
  const column = readParts(cursor, 'the name of a column');
  cursor.expect('AS');
  const expression = readExpression(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'WatermarkDefinition', column, expression, span };
}

/** What follows DISTRIBUTED and DISTRIBUTION: `BY HASH(a) INTO 4 BUCKETS`. */
export function readDistribution(cursor: Cursor, start: number): Distribution {
  if (!cursor.is('BY') && !cursor.is('INTO')) cursor.fail('BY or INTO');
  const distribution: Distribution = {
    kind: 'Distribution',
    columns: [],
    span: { start, end: start },
  };
  if (cursor.take('BY')) {
    const type = cursor.takeOneOf('HASH', 'RANGE') as 'HASH' | undefined;
    if (type) distribution.type = type;
    if (!cursor.is('(')) cursor.fail(type ? '(' : 'HASH, RANGE or (');
    distribution.columns = readNameList(cursor, 'the name of a column');
  }
  if (cursor.take('INTO')) {
    if (!cursor.is('0')) cursor.fail('the number of buckets');
    if (!/^0*[1-9]\d*$/.test(cursor.token?.text ?? '')) {
      cursor.report(
        cursor.here(),
        'The number of buckets is a whole number above zero.',
      );
    }
    distribution.buckets = Number(cursor.next().text);
    cursor.expect('BUCKETS');
  }
  distribution.span = cursor.spanFrom(start);
  return distribution;
}

const FEATURES = [
  'ALL',
  'CONSTRAINTS',
  'DISTRIBUTION',
  'GENERATED',
  'METADATA',
  'OPTIONS',
  'PARTITIONS',
  'WATERMARKS',
];

/** `LIKE t (INCLUDING ALL …)` */
export function readLike(cursor: Cursor): LikeClause {
  const start = cursor.offset;
  cursor.expect('LIKE');
  const table = readPath(cursor, 'the name of a table');
  const rules: string[] = [];
  if (cursor.take('(')) {
    do {
      const strategy = cursor.expectOneOf(
        'INCLUDING',
        'EXCLUDING',
        'OVERWRITING',
      );
      rules.push(`${strategy} ${cursor.expectOneOf(...FEATURES)}`);
    } while (!cursor.is(')') && (isName(cursor) || cursor.is('OVERWRITING')));
    cursor.expect(')');
  }
  const span = cursor.spanFrom(start);
  return { kind: 'LikeClause', table, rules, span };
}
