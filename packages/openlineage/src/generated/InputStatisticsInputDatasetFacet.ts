/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { InputDatasetFacet } from './OpenLineage';

/**
 * InputStatisticsInputDatasetFacet of OpenLineage.
 * @public
 */
export type InputStatisticsInputDatasetFacet = InputDatasetFacet & {
  /**
   * The number of rows read
   */
  rowCount?: number;
  /**
   * The size in bytes read
   */
  size?: number;
  /**
   * The number of files read
   */
  fileCount?: number;
};
