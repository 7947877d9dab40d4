/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * DatasetVersionDatasetFacet of OpenLineage.
 * @public
 */
export type DatasetVersionDatasetFacet = DatasetFacet & {
  /**
   * The version of the dataset.
   */
  datasetVersion: string;
  [name: string]: unknown;
};
