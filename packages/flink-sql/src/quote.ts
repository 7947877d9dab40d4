/**
 * Writes a name as Flink SQL reads it back: in backticks, those in the name
 * doubled. Throws a `RangeError` for what Flink has no way to write: nothing, or
 * a line break.
 *
 * @public
 */
export function quoteIdentifier(name: string): string {
  if (name === '' || /[\r\n]/.test(name)) {
    throw new RangeError(
      `Flink SQL cannot name anything ${JSON.stringify(name)}: ` +
        'a name is not empty and stands on one line',
    );
  }
  return `\`${name.replace(/`/g, '``')}\``;
}

/** Writes a path of names: catalog, database, table. @public */
export function quotePath(names: string[]): string {
  return names.map(quoteIdentifier).join('.');
}

/** Writes a string as Flink SQL reads it back. Backslashes mean themselves. @public */
export function quoteString(value: string): string {
  return `'${value.replace(/'/g, "''")}'`;
}
