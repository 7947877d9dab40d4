/**
 * Where a dataset lies, before it has a name; `datasetNameOf` of
 * `@datalark/openlineage` makes its OpenLineage name.
 *
 * @public
 */
export type DatasetAddress = {
  /** `kafka`, `postgres`, `s3`, `fakesource`. */
  system: string;
  /** Host and port or a list of them, a bucket; for lake tables the warehouse or catalog. */
  authority?: string;
  /** From the outside in: database, schema, table; topic; path. */
  path: string[];
};
