/** A column as Flink SQL declares it. @public */
export type FlinkColumn = {
  name: string;
  /** A type of Flink SQL, such as `DECIMAL(10, 2)`. */
  type: string;
  primaryKey?: boolean;
};

/** A table to be created: its columns and the options of its connector. @public */
export type FlinkTable = {
  name: string;
  columns: FlinkColumn[];
  /** `connector` and whatever it needs. Secrets only as `${secret:name}`. */
  options: Record<string, string>;
};
