/** What one event may hold at most. @public */
export type ReadLimits = {
  /** The event as JSON, in bytes (estimated, within a few percent). Default 10 MB. */
  eventBytes: number;
  /** One facet as JSON, in bytes. Default 5 MB. */
  facetBytes: number;
  /** Inputs, and outputs. Default 10,000. */
  datasets: number;
  /** Namespaces and names, in characters. Default 2,048. */
  nameLength: number;
  /** Levels of nesting. Default 100. */
  depth: number;
  /** Warnings that are told; the others are counted. Default 50. */
  warnings: number;
};

/** The limits that hold where none are given. @public */
export const DEFAULT_LIMITS: Readonly<ReadLimits> = {
  eventBytes: 10_000_000,
  facetBytes: 5_000_000,
  datasets: 10_000,
  nameLength: 2_048,
  depth: 100,
  warnings: 50,
};
