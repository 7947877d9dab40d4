/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * CatalogDatasetFacet of OpenLineage.
 * @public
 */
export type CatalogDatasetFacet = DatasetFacet & {
  /**
   * The storage framework for which the catalog is configured
   */
  framework: string;
  /**
   * Type of the catalog.
   */
  type: string;
  /**
   * Name of the catalog, as configured in the source system.
   */
  name: string;
  /**
   * URI or connection string to the catalog, if applicable.
   */
  metadataUri?: string;
  /**
   * URI or connection string to the physical location of the data that the catalog describes.
   */
  warehouseUri?: string;
  /**
   * Source system where the catalog is configured.
   */
  source?: string;
  /**
   * Additional catalog properties
   */
  catalogProperties?: { [name: string]: string };
};
