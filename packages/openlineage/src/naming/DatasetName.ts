/** What identifies a dataset (or a job) everywhere: OpenLineage's pair. @public */
export type DatasetName = {
  /** The data source: `kafka://broker:9092`, `file`, `bigquery`. May be empty. */
  namespace: string;
  /** Unique within the namespace: `orders`, `/data/in`, `shop.public.orders`. */
  name: string;
};

/** Another name of the same dataset. @public */
export type DatasetSymlink = DatasetName & {
  /** `TABLE` for a catalog's name of a physical path; `LOCATION` the other way. */
  type: string;
};

/** A name by the naming rules, with the names that go with it. @public */
export type NamedDataset = DatasetName & {
  /** Only where there are some: lake tables, whose name is their path. */
  symlinks?: DatasetSymlink[];
};

/**
 * Where a dataset lies, before it has a name.
 *
 * @public
 */
export type DatasetAddress = {
  /** A system of `namingRules` or any other: `kafka`, `postgres`, `s3`, `datagen`. */
  system: string;
  /**
   * Host and port, a list of them, a bucket, an account; for lake tables the
   * URI of the warehouse, the table or the catalog. Absent: unknown.
   */
  authority?: string;
  /** From the outside in: database, schema, table; topic; folders and file. */
  path: readonly string[];
};
