/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * DatasetTypeDatasetFacet of OpenLineage.
 * @public
 */
export type DatasetTypeDatasetFacet = DatasetFacet & {
  /**
   * Dataset type, for example: TABLE|VIEW|FILE|TOPIC|STREAM|MODEL|JOB_OUTPUT.
   */
  datasetType: string;
  /**
   * Optional sub-type within the dataset type (e.g., MATERIALIZED, EXTERNAL, TEMPORARY).
   */
  subType?: string;
};
