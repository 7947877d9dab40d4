/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * TagsRunFacetFields of OpenLineage.
 * @public
 */
export type TagsRunFacetFields = {
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
 * TagsRunFacet of OpenLineage.
 * @public
 */
export type TagsRunFacet = RunFacet & {
  /**
   * The tags applied to the run facet
   */
  tags?: TagsRunFacetFields[];
};
