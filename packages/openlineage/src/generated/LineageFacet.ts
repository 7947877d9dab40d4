/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet, JobFacet } from './OpenLineage';

/**
 * Explicit lineage for this dataset. Describes which source entities feed into it, at entity and/or field granularity.
 * @public
 */
export type LineageDatasetFacet = DatasetFacet & {
  /**
   * Dataset-level source inputs. A source with a field represents a dataset-wide operation where that field affects the entire target dataset.
   */
  inputs?: LineageInput[];
  /**
   * Field-level lineage. Maps target field names to their source inputs.
   */
  fields?: { [name: string]: LineageFieldEntry };
};

/**
 * Explicit lineage for a job. On a JobEvent it is the job's declared lineage; on a RunEvent it is lineage observed during that run.
 * @public
 */
export type LineageJobFacet = JobFacet & {
  /**
   * Lineage entries describing target entities and the source entities that feed them.
   */
  entries: LineageEntry[];
};

/**
 * A target dataset or job in an explicit lineage relationship.
 * @public
 */
export type LineageEntry = LineageDatasetEntry | LineageJobEntry;

/**
 * Describes data flowing into a target dataset from source entities, at entity and/or field granularity.
 * @public
 */
export type LineageDatasetEntry = {
  /**
   * The namespace of the target dataset.
   */
  namespace: string;
  /**
   * The name of the target dataset.
   */
  name: string;
  /**
   * The target entity type. Must be DATASET.
   */
  type: 'DATASET';
  /**
   * Entity-level inputs feeding this target dataset. An empty array explicitly means that the target has no tracked upstream source.
   */
  inputs?: LineageInput[];
  /**
   * Field-level lineage. Maps target field names to their source inputs.
   */
  fields?: { [name: string]: LineageFieldEntry };
};

/**
 * Describes data flowing into a target job. Without namespace and name, the target is the event's own job.
 * @public
 */
export type LineageJobEntry = {
  /**
   * The namespace of the target job. Omit together with name to refer to the event's own job.
   */
  namespace?: string;
  /**
   * The name of the target job. Omit together with namespace to refer to the event's own job.
   */
  name?: string;
  /**
   * The target entity type. Must be JOB.
   */
  type: 'JOB';
  /**
   * The target job run when the relationship is tied to a specific execution.
   */
  runId?: string;
  /**
   * Source inputs feeding this target job.
   */
  inputs?: LineageInput[];
};

/**
 * A source dataset or job in an explicit lineage relationship.
 * @public
 */
export type LineageInput = LineageDatasetInput | LineageJobInput;

/**
 * A source dataset that feeds data into a lineage target.
 * @public
 */
export type LineageDatasetInput = {
  /**
   * The namespace of the source dataset.
   */
  namespace: string;
  /**
   * The name of the source dataset.
   */
  name: string;
  /**
   * The source entity type. Must be DATASET.
   */
  type: 'DATASET';
  /**
   * The source field. At entity level it represents a dataset-wide dependency; at field level it identifies the source field.
   */
  field?: string;
  /**
   * Transformations applied to the source data.
   */
  transformations?: LineageTransformation[];
};

/**
 * A source job that feeds data into a lineage target. Without namespace and name, the source is the event's own job.
 * @public
 */
export type LineageJobInput = {
  /**
   * The namespace of the source job. Omit together with name to refer to the event's own job.
   */
  namespace?: string;
  /**
   * The name of the source job. Omit together with namespace to refer to the event's own job.
   */
  name?: string;
  /**
   * The source entity type. Must be JOB.
   */
  type: 'JOB';
  /**
   * The source job run when the relationship is tied to a specific execution.
   */
  runId?: string;
  /**
   * Transformations applied by the source job to produce the data.
   */
  transformations?: LineageTransformation[];
};

/**
 * Field-level lineage for a single target field.
 * @public
 */
export type LineageFieldEntry = {
  /**
   * Source entities and/or fields that feed into this target field.
   */
  inputs: LineageInput[];
};

/**
 * A transformation applied to source data in a lineage relationship.
 * @public
 */
export type LineageTransformation = {
  /**
   * The transformation type, such as DIRECT or INDIRECT.
   */
  type: string;
  /**
   * The transformation subtype, such as IDENTITY, AGGREGATION, FILTER, JOIN, GROUP_BY, WINDOW, SORT, or CONDITIONAL.
   */
  subtype?: string;
  /**
   * A string representation of the transformation.
   */
  description?: string;
  /**
   * Whether the transformation masks the source data.
   */
  masking?: boolean;
};
