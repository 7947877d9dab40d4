/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { DatasetFacet } from './OpenLineage';

/**
 * ColumnLineageDatasetFacet of OpenLineage.
 * @public
 */
export type ColumnLineageDatasetFacet = DatasetFacet & {
  /**
   * Column level lineage that maps output fields into input fields used to evaluate them.
   */
  fields: {
    [name: string]: {
      inputFields: InputField[];
      /**
       * a string representation of the transformation applied
       * @deprecated The specification says so.
       */
      transformationDescription?: string;
      /**
       * IDENTITY|MASKED reflects a clearly defined behavior. IDENTITY: exact same as input; MASKED: no original data available (like a hash of PII for example)
       * @deprecated The specification says so.
       */
      transformationType?: string;
      [name: string]: unknown;
    };
  };
  /**
   * Column level lineage that affects the whole dataset. This includes filtering, sorting, grouping (aggregates), joining, window functions, etc.
   */
  dataset?: InputField[];
  [name: string]: unknown;
};

/**
 * Represents a single dependency on some field (column).
 * @public
 */
export type InputField = {
  /**
   * The input dataset namespace
   */
  namespace: string;
  /**
   * The input dataset name
   */
  name: string;
  /**
   * The input field
   */
  field: string;
  transformations?: {
    /**
     * The type of the transformation. Allowed values are: DIRECT, INDIRECT
     */
    type: string;
    /**
     * The subtype of the transformation
     */
    subtype?: string;
    /**
     * a string representation of the transformation applied
     */
    description?: string;
    /**
     * is transformation masking the data or not
     */
    masking?: boolean;
    [name: string]: unknown;
  }[];
  [name: string]: unknown;
};
