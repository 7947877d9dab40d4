/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * DocumentationDatasetFacet of OpenLineage.
 * @public
 */
export type DocumentationDatasetFacet = DatasetFacet & {
  /**
   * The description of the dataset.
   */
  description: string;
  /**
   * MIME type of the description field content.
   */
  contentType?: string;
};
