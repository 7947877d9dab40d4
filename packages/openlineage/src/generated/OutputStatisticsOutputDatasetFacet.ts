/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { OutputDatasetFacet } from './OpenLineage';

/**
 * OutputStatisticsOutputDatasetFacet of OpenLineage.
 * @public
 */
export type OutputStatisticsOutputDatasetFacet = OutputDatasetFacet & {
  /**
   * The number of rows written to the dataset
   */
  rowCount?: number;
  /**
   * The size in bytes written to the dataset
   */
  size?: number;
  /**
   * The number of files written to the dataset
   */
  fileCount?: number;
};
