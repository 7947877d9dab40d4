/** The full name of a table, view or model. @public */
export type TablePath = { catalog: string; database: string; table: string };

/** `catalog.database.table`, without quotes: for messages and lists. @public */
export function tableName(path: TablePath): string {
  return `${path.catalog}.${path.database}.${path.table}`;
}
