import type { ColumnDefinition } from '../ast';
import { readColumnConstraint } from './constraint';
import type { Cursor } from './Cursor';
import { readDataType } from './dataType';
import { readExpression } from './expression';
import { readParts } from './identifier';
import { readString } from './stringLiteral';
import { readComment } from './tableOption';
import type { SchemaPlace } from './tableSchema';

/** A column of a schema: physical, computed, metadata or just its name. */
export function readColumn(
  cursor: Cursor,
  place: SchemaPlace,
): ColumnDefinition {
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
