/**
 * Placeholders that SeaTunnel fills in itself: names of the table that rows
 * come from, and parts of file names. A portal that replaces `${NAME}` must
 * leave them alone, unless somebody defines a variable of that name.
 *
 * @public
 */
export const SEATUNNEL_PLACEHOLDERS: readonly string[] = [
  'database_name',
  'schema_name',
  'schema_full_name',
  'table_name',
  'table_full_name',
  'primary_key',
  'unique_key',
  'field_names',
  'rowtype_fields',
  'rowtype_primary_key',
  'rowtype_unique_key',
  'rowtype_duplicate_key',
  'comment',
  'transactionId',
  'now',
  'uuid',
];

/** True for a placeholder of SeaTunnel: `table_name`, and `k0`, `v0` … of partition folders. @public */
export function isSeaTunnelPlaceholder(name: string): boolean {
  return SEATUNNEL_PLACEHOLDERS.includes(name) || /^[kv](\d+|n)$/.test(name);
}
