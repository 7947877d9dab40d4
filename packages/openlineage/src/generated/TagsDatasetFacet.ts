/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * TagsDatasetFacetFields of OpenLineage.
 * @public
 */
export type TagsDatasetFacetFields = {
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
  /**
   * Identifies the field in a dataset if a tag applies to one
   */
  field?: string;
};

/**
 * TagsDatasetFacet of OpenLineage.
 * @public
 */
export type TagsDatasetFacet = DatasetFacet & {
  /**
   * The tags applied to the dataset facet
   */
  tags?: TagsDatasetFacetFields[];
};
