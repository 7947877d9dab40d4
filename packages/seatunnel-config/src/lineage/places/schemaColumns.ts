import type { JsonObject } from '../../model/JsonValue';
import { isJsonObject } from '../../model/JsonValue';
import type { JobColumn } from '../JobLineage';
import {
  listOption,
  objectOption,
  objectsOption,
  textEntries,
  textOption,
} from './options';

/** Columns of an option `schema`: `fields { a = int }` or `columns = [{ name = a, type = int }]`. */
export function schemaColumns(options: JsonObject): JobColumn[] | undefined {
  const schema = objectOption(options, 'schema');
  if (!schema) return undefined;
  const columns = objectsOption(schema, 'columns');
  if (columns) {
    return columns.flatMap(column => {
      const name = textOption(column, 'name');
      const type = textOption(column, 'type');
      return name === undefined ? [] : [{ name, ...(type && { type }) }];
    });
  }
  const fields = objectOption(schema, 'fields');
  if (!fields) return undefined;
  return Object.entries(fields).map(([name, type]) => ({
    name,
    ...(typeof type === 'string' && { type }),
    ...(isJsonObject(type) && {
      type: `row<${textEntries(type)
        .map(([key]) => key)
        .join(', ')}>`,
    }),
  }));
}

/** The table's path of an option `schema`: `table = "db.schema.t"`. */
export function schemaTablePath(options: JsonObject): string[] | undefined {
  const schema = objectOption(options, 'schema');
  return schema && textOption(schema, 'table')?.split('.');
}

/** Columns that a source reads by name, whatever else there is. */
export function readColumns(options: JsonObject): JobColumn[] | undefined {
  return listOption(
    options,
    'read_columns',
    'doris.read.field',
    'columnsList',
    'query_columns',
  )?.map(name => ({ name }));
}
