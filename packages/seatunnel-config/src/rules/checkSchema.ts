import type { ConfigProblem } from '../model/ConfigProblem';
import { isJsonObject } from '../model/JsonValue';
import type { JsonObject, JsonValue } from '../model/JsonValue';
import { nearest } from './nearest';
import { isOpen } from './optionValue';

const TYPES = [
  'string',
  'boolean',
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'float',
  'double',
  'decimal',
  'null',
  'bytes',
  'date',
  'time',
  'timestamp',
  'timestamp_tz',
  'array',
  'map',
  'row',
  'binary_vector',
  'float_vector',
  'float16_vector',
  'bfloat16_vector',
  'sparse_float_vector',
  // Read for compatibility.
  'long',
  'short',
  'byte',
];

/**
 * Checks the column types of `schema`, alone or one per table. SeaTunnel says
 * no more of a wrong one than that the source cannot be made.
 */
export function checkSchema(
  options: JsonObject,
  path: string,
): ConfigProblem[] {
  const tables = options.tables_configs;
  return [
    ...ofSchema(options.schema, `${path}.schema`),
    ...(Array.isArray(tables) ? tables : []).flatMap((table, i) =>
      isJsonObject(table)
        ? ofSchema(table.schema, `${path}.tables_configs[${i}].schema`)
        : [],
    ),
  ];
}

function ofSchema(
  schema: JsonValue | undefined,
  path: string,
): ConfigProblem[] {
  if (!isJsonObject(schema)) return [];
  const columns = Array.isArray(schema.columns) ? schema.columns : [];
  return [
    ...ofFields(schema.fields, `${path}.fields`),
    ...columns.flatMap((column, i) =>
      isJsonObject(column)
        ? ofType(column.type, `${path}.columns[${i}].type`, String(column.name))
        : [],
    ),
  ];
}

function ofFields(
  fields: JsonValue | undefined,
  path: string,
): ConfigProblem[] {
  if (!isJsonObject(fields)) return [];
  return Object.entries(fields).flatMap(([name, type]) =>
    ofType(type, `${path}.${name}`, name),
  );
}

function ofType(
  type: JsonValue | undefined,
  field: string,
  column: string,
): ConfigProblem[] {
  if (isJsonObject(type)) return ofFields(type, field);
  if (typeof type !== 'string' || isOpen(type)) return [];
  const wrong = wrongWord(type);
  if (wrong !== undefined) {
    const like = nearest(wrong, TYPES);
    return [
      {
        severity: 'error',
        message: `The column ${column} has the type "${wrong}", which SeaTunnel does not know.`,
        remedy: like
          ? `Did you mean ${like}?`
          : `Use one of ${TYPES.slice(0, 14).join(', ')}, array<…>, map<…, …>.`,
        field,
      },
    ];
  }
  if (/\bdecimal\b(?!\s*\(\s*\d+\s*,\s*\d+\s*\))/i.test(type)) {
    return [
      {
        severity: 'error',
        message: `The column ${column} is a decimal without precision and scale.`,
        remedy: 'Write e.g. decimal(10, 2).',
        field,
      },
    ];
  }
  return [];
}

/** The first word of a type that is none; rows in braces are not looked into. */
function wrongWord(type: string): string | undefined {
  const words = type.replace(/\{[\s\S]*\}/g, 'row').match(/[A-Za-z_]\w*/g);
  return words?.find(word => !TYPES.includes(word.toLowerCase()));
}
