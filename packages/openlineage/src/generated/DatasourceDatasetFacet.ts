/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * DatasourceDatasetFacet of OpenLineage.
 * @public
 */
export type DatasourceDatasetFacet = DatasetFacet & {
  name?: string;
  uri?: string;
};
