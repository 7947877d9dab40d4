/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * ExecutionParameter of OpenLineage.
 * @public
 */
export type ExecutionParameter = {
  /**
   * Unique identifier of the property.
   */
  key: string;
  /**
   * Human-readable name of the property.
   */
  name?: string;
  /**
   * Human-readable description of the property.
   */
  description?: string;
  /**
   * Value of the property.
   */
  value?: string;
};

/**
 * ExecutionParametersRunFacet of OpenLineage.
 * @public
 */
export type ExecutionParametersRunFacet = RunFacet & {
  /**
   * The parameters passed to the Job at runtime
   */
  parameters?: ExecutionParameter[];
};
