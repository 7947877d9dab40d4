/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * DataQualityMetricsDatasetFacet of OpenLineage.
 * @public
 */
export type DataQualityMetricsDatasetFacet = DatasetFacet & {
  /**
   * The number of rows evaluated
   */
  rowCount?: number;
  /**
   * The size in bytes
   */
  bytes?: number;
  /**
   * The number of files evaluated
   */
  fileCount?: number;
  /**
   * The last time the dataset was changed
   */
  lastUpdated?: string;
  /**
   * The property key is the column name
   */
  columnMetrics: {
    [name: string]: {
      /**
       * The number of null values in this column for the rows evaluated
       */
      nullCount?: number;
      /**
       * The number of distinct values in this column for the rows evaluated
       */
      distinctCount?: number;
      /**
       * The total sum of values in this column for the rows evaluated
       */
      sum?: number;
      /**
       * The number of values in this column
       */
      count?: number;
      min?: number;
      max?: number;
      /**
       * The property key is the quantile. Examples: 0.1 0.25 0.5 0.75 1
       */
      quantiles?: { [name: string]: number };
    };
  };
};
