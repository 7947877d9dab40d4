import type {
  ColumnDefinition,
  TableSchema,
  WatermarkDefinition,
} from '../ast';
import { readColumn } from './columnDefinition';
import { readTableConstraint } from './constraint';
import type { Cursor } from './Cursor';
import { readExpression } from './expression';
import { readParts } from './identifier';

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

function readWatermark(cursor: Cursor): WatermarkDefinition {
  const start = cursor.offset;
  cursor.expect('WATERMARK', 'FOR');
  const column = readParts(cursor, 'the name of a column');
  cursor.expect('AS');
  const expression = readExpression(cursor);
  const span = cursor.spanFrom(start);
  return { kind: 'WatermarkDefinition', column, expression, span };
}
