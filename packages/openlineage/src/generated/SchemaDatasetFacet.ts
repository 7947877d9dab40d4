/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * SchemaDatasetFacetFields of OpenLineage.
 * @public
 */
export type SchemaDatasetFacetFields = {
  /**
   * The name of the field.
   */
  name: string;
  /**
   * The type of the field.
   */
  type?: string;
  /**
   * The description of the field.
   */
  description?: string;
  /**
   * The ordinal position of the field in the schema (1-indexed).
   */
  ordinal_position?: number;
  /**
   * Nested struct fields.
   */
  fields?: SchemaDatasetFacetFields[];
};

/**
 * SchemaDatasetFacet of OpenLineage.
 * @public
 */
export type SchemaDatasetFacet = DatasetFacet & {
  /**
   * The fields of the data source.
   */
  fields?: SchemaDatasetFacetFields[];
};
