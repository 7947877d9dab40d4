/**
 * From a job or lineage to a Dataset it reads.
 *
 * @public
 */
export const RELATION_READS_FROM = 'readsFrom';
/**
 * From a Dataset to a job or lineage that reads it.
 *
 * @public
 */
export const RELATION_READ_BY = 'readBy';
/**
 * From a job or lineage to a Dataset it writes.
 *
 * @public
 */
export const RELATION_WRITES_TO = 'writesTo';
/**
 * From a Dataset to a job or lineage that writes it.
 *
 * @public
 */
export const RELATION_WRITTEN_BY = 'writtenBy';
/**
 * From a Dataset to the DataSource that holds it.
 *
 * @public
 */
export const RELATION_STORED_IN = 'storedIn';
/**
 * From a DataSource to a Dataset it holds.
 *
 * @public
 */
export const RELATION_STORES = 'stores';
/**
 * From a Dataset to a Dataset it is made of.
 *
 * @public
 */
export const RELATION_DERIVES_FROM = 'derivesFrom';
/**
 * From a Dataset to a Dataset that is made of it.
 *
 * @public
 */
export const RELATION_DERIVED_TO = 'derivedTo';
/**
 * From a Quality to the Dataset it is about.
 *
 * @public
 */
export const RELATION_CHECKS = 'checks';
/**
 * From a Dataset to a Quality that is about it.
 *
 * @public
 */
export const RELATION_CHECKED_BY = 'checkedBy';
/**
 * From a Dataset to a Quality of type standard it follows.
 *
 * @public
 */
export const RELATION_GOVERNED_BY = 'governedBy';
/**
 * From a Quality of type standard to a Dataset that follows it.
 *
 * @public
 */
export const RELATION_GOVERNS = 'governs';

/**
 * The relation types of the data kinds with their reverse, as the catalog graph wants them.
 *
 * @public
 */
export const dataRelationPairs: Array<[string, string]> = [
  [RELATION_READS_FROM, RELATION_READ_BY],
  [RELATION_WRITES_TO, RELATION_WRITTEN_BY],
  [RELATION_STORED_IN, RELATION_STORES],
  [RELATION_DERIVES_FROM, RELATION_DERIVED_TO],
  [RELATION_CHECKS, RELATION_CHECKED_BY],
  [RELATION_GOVERNED_BY, RELATION_GOVERNS],
];

/**
 * All relation types that the data kinds add to those of the catalog.
 *
 * @public
 */
export const dataRelations: string[] = dataRelationPairs.flat();
