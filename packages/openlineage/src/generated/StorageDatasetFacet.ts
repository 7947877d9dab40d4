/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * StorageDatasetFacet of OpenLineage.
 * @public
 */
export type StorageDatasetFacet = DatasetFacet & {
  /**
   * Storage layer provider with allowed values: iceberg, delta.
   */
  storageLayer: string;
  /**
   * File format with allowed values: parquet, orc, avro, json, csv, text, xml.
   */
  fileFormat?: string;
  [name: string]: unknown;
};
