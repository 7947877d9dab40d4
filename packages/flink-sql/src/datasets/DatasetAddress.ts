/**
 * Where the data of a table lies, apart from any naming scheme. Which parts `path`
 * has depends on the system: a topic; database and table; database, schema and
 * table; a folder.
 *
 * @public
 */
export type DatasetAddress = {
  /** `kafka`, `postgres`, `mysql`, `hive`, `s3`, `file`, … in lower case. */
  system: string;
  /** Host and port, several joined by commas, or a bucket. */
  authority?: string;
  path: string[];
};
