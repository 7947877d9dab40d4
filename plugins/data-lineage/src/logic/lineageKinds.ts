/** Kinds that have lineage. */
export const LINEAGE_KINDS = ['DataJob', 'Dataset', 'DataSource'] as const;
