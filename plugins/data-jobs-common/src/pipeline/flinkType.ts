import { InputError } from '@backstage/errors';

const SAME =
  /^(?:BOOLEAN|TINYINT|SMALLINT|INT|INTEGER|BIGINT|FLOAT|DOUBLE|DOUBLE PRECISION|DATE|STRING|BYTES|(?:CHAR|VARCHAR|BINARY|VARBINARY)(?:\s*\(\s*\d+\s*\))?|(?:DECIMAL|DEC|NUMERIC)(?:\s*\(\s*\d+\s*(?:,\s*\d+\s*)?\))?|TIME(?:\s*\(\s*\d\s*\))?|(?:TIMESTAMP|TIMESTAMP_LTZ)(?:\s*\(\s*\d\s*\))?|(?:ARRAY|MULTISET|MAP|ROW)\s*<[^;]*>)$/i;

/** Names that databases use, and what Flink calls the same. */
const OTHER_NAMES: Record<string, string> = {
  TEXT: 'STRING',
  UUID: 'STRING',
  'CHARACTER VARYING': 'STRING',
  INT2: 'SMALLINT',
  INT4: 'INT',
  INT8: 'BIGINT',
  SMALLSERIAL: 'SMALLINT',
  SERIAL: 'INT',
  BIGSERIAL: 'BIGINT',
  MEDIUMINT: 'INT',
  REAL: 'FLOAT',
  FLOAT4: 'FLOAT',
  FLOAT8: 'DOUBLE',
  BOOL: 'BOOLEAN',
  BYTEA: 'BYTES',
  BLOB: 'BYTES',
  DATETIME: 'TIMESTAMP(3)',
  'TIMESTAMP WITHOUT TIME ZONE': 'TIMESTAMP(6)',
  'TIMESTAMP WITH TIME ZONE': 'TIMESTAMP_LTZ(6)',
  TIMESTAMPTZ: 'TIMESTAMP_LTZ(6)',
};

/**
 * The Flink SQL type for a column's type. Throws an `InputError` that names
 * the column when Flink SQL has none that is surely the same.
 */
export function flinkType(column: { name: string; type: string }): string {
  const type = column.type.trim().replace(/\s+/g, ' ');
  if (SAME.test(type)) return type.toUpperCase();
  const known = OTHER_NAMES[type.toUpperCase()];
  if (known) return known;
  const sized = /^CHARACTER VARYING\s*\(\s*(\d+)\s*\)$/i.exec(type);
  if (sized) return `VARCHAR(${sized[1]})`;
  throw new InputError(
    `Column "${column.name}" has the type "${column.type}", for which Flink SQL has no certain counterpart. ` +
      'Write the SQL by hand, or change the type in the Dataset.',
  );
}
