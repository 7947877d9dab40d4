/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * SymlinksDatasetFacet of OpenLineage.
 * @public
 */
export type SymlinksDatasetFacet = DatasetFacet & {
  identifiers?: {
    /**
     * The dataset namespace
     */
    namespace: string;
    /**
     * The dataset name
     */
    name: string;
    /**
     * Identifier type
     */
    type: string;
  }[];
};
