/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * OwnershipDatasetFacet of OpenLineage.
 * @public
 */
export type OwnershipDatasetFacet = DatasetFacet & {
  /**
   * The owners of the dataset.
   */
  owners?: {
    /**
     * the identifier of the owner of the Dataset. It is recommended to define this as a URN. For example application:foo, user:jdoe, team:data
     */
    name: string;
    /**
     * The type of ownership (optional)
     */
    type?: string;
  }[];
};
