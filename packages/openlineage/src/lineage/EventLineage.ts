import type {
  CatalogDatasetFacet,
  JobTypeJobFacet,
  OwnershipDatasetFacet,
  RunEvent,
  SchemaDatasetFacet,
} from '../generated';
import type { Transformation } from '../events/JobEventParts';
import type { DatasetName, DatasetSymlink } from '../naming/DatasetName';
import type { EventKind } from '../validate/eventKind';

/** A column of a dataset; without `field` the whole dataset, its column unknown. @public */
export type ColumnName = DatasetName & { field?: string };

/** Data flows from `from` to `to`. @public */
export type TableEdge = {
  from: DatasetName & { type: 'dataset' | 'job' };
  to: DatasetName & { type: 'dataset' | 'job' };
  /** What says so; see {@link EventLineage.basis}. */
  basis: LineageBasis;
};

/** A column feeds a column, or decides about its value. @public */
export type EventColumnEdge = {
  from: ColumnName;
  to: DatasetName & { field: string };
  /** Empty: unknown what happens on the way. */
  transformations: Transformation[];
};

/** A column decides about a dataset as a whole: filter, join, group, sort, window. @public */
export type DatasetInfluence = {
  from: DatasetName & { field: string };
  to: DatasetName;
  transformations: Transformation[];
};

/**
 * - `explicit`: the `lineage` facet; nothing else counts then
 * - `columnLineage`: the facet of the output
 * - `inputsOutputs`: every input into every output
 *
 * @public
 */
export type LineageBasis = 'explicit' | 'columnLineage' | 'inputsOutputs';

/** What an event says of a dataset; what it does not say is absent. @public */
export type DatasetFacts = DatasetName & {
  schema?: SchemaDatasetFacet['fields'];
  symlinks?: DatasetSymlink[];
  owners?: OwnershipDatasetFacet['owners'];
  /** The facet `dataSource`. */
  source?: { name?: string; uri?: string };
  /** CREATE, ALTER, DROP, OVERWRITE, RENAME, TRUNCATE. */
  lifecycle?: { change: string; previous?: DatasetName };
  description?: string;
  version?: string;
  catalog?: CatalogDatasetFacet;
  /** Names of facets that the event takes back, and of those that it sets. */
  deletedFacets?: string[];
  facetNames?: string[];
};

/** What an event says of its job. @public */
export type JobFacts = DatasetName & {
  sql?: { query: string; dialect?: string };
  /** BATCH, STREAMING, SERVICE as reported. */
  processingType?: string;
  /** SPARK, FLINK, DBT … as reported. */
  integration?: string;
  jobType?: string;
  emissionPattern?: JobTypeJobFacet['emissionPattern'];
  owners?: OwnershipDatasetFacet['owners'];
  description?: string;
  sourceCode?: { type?: string; url?: string };
  deletedFacets?: string[];
};

/** What an event says of its run. @public */
export type RunFacts = {
  runId: string;
  parent?: { runId: string; job: DatasetName };
  /** The run that started all. */
  root?: { runId: string; job: DatasetName };
  nominalTime?: { start?: string; end?: string };
  engine?: { name?: string; version?: string };
  error?: string;
  /** Id of the job on its engine, as Flink's listener reports it. */
  engineJobId?: string;
};

/**
 * An event as lineage, in one form for all producers. All lists are sorted:
 * the order of inputs, outputs and facets does not matter.
 *
 * @public
 */
export type EventLineage = {
  kind: EventKind;
  eventTime: string;
  producer: string;
  eventType?: RunEvent['eventType'];
  job?: JobFacts;
  run?: RunFacts;
  /** The dataset of a dataset event. */
  dataset?: DatasetName;
  /** Undefined: unknown. Empty: none. */
  inputs?: DatasetName[];
  outputs?: DatasetName[];
  /** Inputs that are only asked for the rows of a key; see `JobDataset`. */
  lookups?: DatasetName[];
  /**
   * `explicit` where there is a `lineage` facet; then inputs and outputs that
   * it does not name belong to the job only. Undefined where nothing is said.
   */
  basis?: LineageBasis;
  tableEdges: TableEdge[];
  /** There would be more table edges than `maxTableEdges`; none from inputs × outputs are listed. */
  tooManyTableEdges?: true;
  columnEdges: EventColumnEdge[];
  datasetInfluences: DatasetInfluence[];
  /** Datasets that the lineage facet says have no upstream. */
  withoutUpstream: DatasetName[];
  /** Facts of every dataset that the event describes. */
  datasets: DatasetFacts[];
};
