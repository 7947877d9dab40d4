/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type {
  DatasetFacets,
  InputDatasetFacets,
  JobFacets,
  OutputDatasetFacets,
  RunFacets,
} from './FacetMaps';

/**
 * BaseEvent of OpenLineage.
 * @public
 */
export type BaseEvent = {
  /**
   * the time the event occurred at
   */
  eventTime: string;
  /**
   * URI identifying the producer of this metadata. For example this could be a git url with a given tag or sha
   */
  producer: string;
  /**
   * The JSON Pointer (https://tools.ietf.org/html/rfc6901) URL to the corresponding version of the schema definition for this RunEvent
   */
  schemaURL: string;
};

/**
 * RunEvent of OpenLineage.
 * @public
 */
export type RunEvent = BaseEvent & {
  /**
   * the current transition of the run state. It is required to issue 1 START event and 1 of [ COMPLETE, ABORT, FAIL ] event per run. Additional events with OTHER eventType can be added to the same run. For example to send additional metadata after the run is complete
   */
  eventType?: 'START' | 'RUNNING' | 'COMPLETE' | 'ABORT' | 'FAIL' | 'OTHER';
  run: Run;
  job: Job;
  /**
   * The set of **input** datasets.
   */
  inputs?: InputDataset[];
  /**
   * The set of **output** datasets.
   */
  outputs?: OutputDataset[];
};

/**
 * DatasetEvent of OpenLineage.
 * @public
 */
export type DatasetEvent = BaseEvent & {
  dataset: StaticDataset;
  job?: never;
  run?: never;
};

/**
 * JobEvent of OpenLineage.
 * @public
 */
export type JobEvent = BaseEvent & {
  job: Job;
  /**
   * The set of **input** datasets.
   */
  inputs?: InputDataset[];
  /**
   * The set of **output** datasets.
   */
  outputs?: OutputDataset[];
  run?: never;
};

/**
 * Run of OpenLineage.
 * @public
 */
export type Run = {
  /**
   * The globally unique ID of the run associated with the job.
   */
  runId: string;
  /**
   * The run facets.
   */
  facets?: RunFacets;
};

/**
 * A Run Facet
 * @public
 */
export type RunFacet = BaseFacet;

/**
 * Job of OpenLineage.
 * @public
 */
export type Job = {
  /**
   * The namespace containing that job
   */
  namespace: string;
  /**
   * The unique name for that job within that namespace
   */
  name: string;
  /**
   * The job facets.
   */
  facets?: JobFacets;
};

/**
 * A Job Facet
 * @public
 */
export type JobFacet = BaseFacet & {
  /**
   * set to true to delete a facet
   */
  _deleted?: boolean;
};

/**
 * An input dataset
 * @public
 */
export type InputDataset = Dataset & {
  /**
   * The input facets for this dataset.
   */
  inputFacets?: InputDatasetFacets;
};

/**
 * An Input Dataset Facet
 * @public
 */
export type InputDatasetFacet = BaseFacet;

/**
 * An output dataset
 * @public
 */
export type OutputDataset = Dataset & {
  /**
   * The output facets for this dataset
   */
  outputFacets?: OutputDatasetFacets;
};

/**
 * An Output Dataset Facet
 * @public
 */
export type OutputDatasetFacet = BaseFacet;

/**
 * Dataset of OpenLineage.
 * @public
 */
export type Dataset = {
  /**
   * The namespace containing that dataset
   */
  namespace: string;
  /**
   * The unique name for that dataset within that namespace
   */
  name: string;
  /**
   * The facets for this dataset
   */
  facets?: DatasetFacets;
};

/**
 * A Dataset sent within static metadata events
 * @public
 */
export type StaticDataset = Dataset;

/**
 * A Dataset Facet
 * @public
 */
export type DatasetFacet = BaseFacet & {
  /**
   * set to true to delete a facet
   */
  _deleted?: boolean;
};

/**
 * all fields of the base facet are prefixed with _ to avoid name conflicts in facets
 * @public
 */
export type BaseFacet = {
  /**
   * URI identifying the producer of this metadata. For example this could be a git url with a given tag or sha
   */
  _producer: string;
  /**
   * The JSON Pointer (https://tools.ietf.org/html/rfc6901) URL to the corresponding version of the schema definition for this facet
   */
  _schemaURL: string;
  [name: string]: unknown;
};

/** Any event, told apart by what is present. @public */
export type OpenLineageEvent = RunEvent | DatasetEvent | JobEvent;
