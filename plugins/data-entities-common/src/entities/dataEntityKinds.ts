/**
 * The apiVersion of all data kinds.
 *
 * @public
 */
export const DATA_ENTITIES_API_VERSION = 'datalark.io/v1alpha1';

/**
 * The API group the data kinds belong to.
 *
 * @public
 */
export const DATA_ENTITIES_GROUP = 'datalark.io';

/**
 * The kind of a job: what runs, where and in which state.
 *
 * @public
 */
export const DATA_JOB_KIND = 'DataJob';

/**
 * The kind of a system that holds data.
 *
 * @public
 */
export const DATA_SOURCE_KIND = 'DataSource';

/**
 * The kind of a table, topic, view or set of files that somebody owns.
 *
 * @public
 */
export const DATASET_KIND = 'Dataset';

/**
 * The kind of a declared flow of data.
 *
 * @public
 */
export const LINEAGE_KIND = 'Lineage';

/**
 * The kind of the checks that must hold for a dataset.
 *
 * @public
 */
export const QUALITY_KIND = 'Quality';

/**
 * All data kinds, in the order in which lists show them.
 *
 * @public
 */
export const dataEntityKinds = [
  DATA_JOB_KIND,
  DATA_SOURCE_KIND,
  DATASET_KIND,
  LINEAGE_KIND,
  QUALITY_KIND,
] as const;

/**
 * The name of a data kind.
 *
 * @public
 */
export type DataEntityKind = (typeof dataEntityKinds)[number];
