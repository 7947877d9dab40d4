/** The apiVersion of all data kinds. */
export const DATA_ENTITIES_API_VERSION = 'datalark.io/v1alpha1';

/** The API group the data kinds belong to. */
export const DATA_ENTITIES_GROUP = 'datalark.io';

/** The kind of a job: what runs, where and in which state. */
export const DATA_JOB_KIND = 'DataJob';

/** The kind of a system that holds data. */
export const DATA_SOURCE_KIND = 'DataSource';

/** The kind of a table, topic, view or set of files that somebody owns. */
export const DATASET_KIND = 'Dataset';

/** The kind of a declared flow of data. */
export const LINEAGE_KIND = 'Lineage';

/** The kind of the checks that must hold for a dataset. */
export const QUALITY_KIND = 'Quality';

/** All data kinds, in the order in which lists show them. */
export const dataEntityKinds = [
  DATA_JOB_KIND,
  DATA_SOURCE_KIND,
  DATASET_KIND,
  LINEAGE_KIND,
  QUALITY_KIND,
] as const;

/** The name of a data kind. */
export type DataEntityKind = (typeof dataEntityKinds)[number];
