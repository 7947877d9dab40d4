/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { InputDatasetFacet, OutputDatasetFacet } from './OpenLineage';

/**
 * BaseSubsetDatasetFacet of OpenLineage.
 * @public
 */
export type BaseSubsetDatasetFacet =
  | InputSubsetInputDatasetFacet
  | OutputSubsetOutputDatasetFacet;

/**
 * OutputSubsetOutputDatasetFacet of OpenLineage.
 * @public
 */
export type OutputSubsetOutputDatasetFacet = OutputDatasetFacet & {
  outputCondition: BaseSubsetCondition;
};

/**
 * InputSubsetInputDatasetFacet of OpenLineage.
 * @public
 */
export type InputSubsetInputDatasetFacet = InputDatasetFacet & {
  inputCondition: BaseSubsetCondition;
};

/**
 * The condition to define a subset
 * @public
 */
export type BaseSubsetCondition =
  | LocationSubsetCondition
  | PartitionSubsetCondition
  | BinarySubsetCondition
  | CompareSubsetCondition;

/**
 * BinarySubsetCondition of OpenLineage.
 * @public
 */
export type BinarySubsetCondition = {
  left: BaseSubsetCondition;
  right: BaseSubsetCondition;
  type: 'binary';
  /**
   * Allowed values: 'AND' or 'OR'
   */
  operator: string;
};

/**
 * CompareSubsetCondition of OpenLineage.
 * @public
 */
export type CompareSubsetCondition = {
  type: 'compare';
  left: FieldBaseCompareExpression | LiteralCompareExpression;
  right: FieldBaseCompareExpression | LiteralCompareExpression;
  /**
   * Allowed values: 'EQUAL', 'GREATER_THAN', 'GREATER_EQUAL_THAN', 'LESS_THAN', 'LESS_EQUAL_THAN'
   */
  comparison: string;
};

/**
 * FieldBaseCompareExpression of OpenLineage.
 * @public
 */
export type FieldBaseCompareExpression = { type: 'field'; field: string };

/**
 * LiteralCompareExpression of OpenLineage.
 * @public
 */
export type LiteralCompareExpression = { type: 'literal'; value: string };

/**
 * PartitionSubsetCondition of OpenLineage.
 * @public
 */
export type PartitionSubsetCondition = {
  type: 'partition';
  partitions: {
    /**
     * Optionally provided identifier of the partition specified
     */
    identifier?: string;
    dimensions: { [name: string]: unknown };
  }[];
};

/**
 * LocationSubsetCondition of OpenLineage.
 * @public
 */
export type LocationSubsetCondition = { type: 'location'; locations: string[] };
