import type { OwnershipJobFacet, SchemaDatasetFacet } from '../generated';
import type { DatasetName, DatasetSymlink } from '../naming/DatasetName';

/** What happens to data on its way; OpenLineage's column lineage words. @public */
export type Transformation = {
  type: 'DIRECT' | 'INDIRECT';
  /** IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, GROUP_BY, FILTER, SORT, WINDOW, CONDITIONAL. */
  subtype?: string;
  description?: string;
  masking?: boolean;
  /**
   * Not of the specification, which allows more fields: the piece of the
   * definition that does it. Lines and columns count from 1, `end` is past the last.
   */
  span?: {
    start: { line: number; column: number };
    end: { line: number; column: number };
  };
};

/** A dataset that a job reads or writes. @public */
export type JobDataset = DatasetName & {
  /** Columns in their order; absent means unknown. */
  schema?: SchemaDatasetFacet['fields'];
  symlinks?: readonly DatasetSymlink[];
  /** Of an input: it is only asked for the rows of a key, by lookup joins. */
  isLookup?: boolean;
};

/** A column that feeds a column; without `from.field` nobody knows which column of the dataset. @public */
export type JobColumnEdge = {
  from: DatasetName & { field?: string };
  to: DatasetName & { field: string };
  transformations: readonly Transformation[];
};

/** A column that has a say in which rows a dataset gets, or in what order. @public */
export type JobInfluence = {
  from: DatasetName & { field: string };
  to: DatasetName;
  transformations: readonly Transformation[];
};

/** What a {@link jobEventOf} is made of. @public */
export type JobEventParts = {
  job: DatasetName;
  /** Absent means unknown; an empty list means none. */
  inputs?: readonly JobDataset[];
  outputs?: readonly JobDataset[];
  columnEdges?: readonly JobColumnEdge[];
  influences?: readonly JobInfluence[];
  /**
   * Which dataset gets into which, completely: where given, the event says so in
   * the explicit `lineage` facet, and nobody multiplies inputs with outputs.
   */
  tableEdges?: readonly { from: DatasetName; to: DatasetName }[];
  sql?: { query: string; dialect?: string };
  /** Default `BATCH` where `integration` or `jobType` is given. */
  processingType?: 'BATCH' | 'STREAMING' | 'SERVICE';
  /** `FLINK`, `SEATUNNEL`; default `DATALARK` where a job type is given. */
  integration?: string;
  jobType?: string;
  description?: string;
  owners?: OwnershipJobFacet['owners'];
  /** URI of what makes the event. */
  producer: string;
  /** ISO 8601. */
  eventTime: string;
};
