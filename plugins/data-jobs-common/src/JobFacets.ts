/** Fields that {@link JobFacets} counts. @public */
export const JOB_FACETS = [
  'owner',
  'system',
  'type',
  'engine',
  'environment',
] as const;

/** One of {@link JOB_FACETS}. @public */
export type JobFacet = (typeof JOB_FACETS)[number];

/** Which values the reader's jobs have, the most frequent first. @public */
export type JobFacets = Record<
  JobFacet,
  Array<{ value: string; count: number }>
>;
