/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * HierarchyDatasetFacetLevel of OpenLineage.
 * @public
 */
export type HierarchyDatasetFacetLevel = {
  /**
   * Dataset hierarchy level type
   */
  type: string;
  /**
   * Dataset hierarchy level name
   */
  name: string;
};

/**
 * HierarchyDatasetFacet of OpenLineage.
 * @public
 */
export type HierarchyDatasetFacet = DatasetFacet & {
  /**
   * Dataset hierarchy levels (e.g. DATABASE -\> SCHEMA -\> TABLE), from highest to lowest level. The order is important
   */
  hierarchy: HierarchyDatasetFacetLevel[];
};
