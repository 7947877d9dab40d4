/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet } from './OpenLineage';

/**
 * TagsJobFacetFields of OpenLineage.
 * @public
 */
export type TagsJobFacetFields = {
  /**
   * Key that identifies the tag
   */
  key: string;
  /**
   * The value of the field
   */
  value: string;
  /**
   * The source of the tag. INTEGRATION|USER|DBT CORE|SPARK|etc.
   */
  source?: string;
};

/**
 * TagsJobFacet of OpenLineage.
 * @public
 */
export type TagsJobFacet = JobFacet & {
  /**
   * The tags applied to the job facet
   */
  tags?: TagsJobFacetFields[];
};
