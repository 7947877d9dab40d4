/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * ExternalQueryRunFacet of OpenLineage.
 * @public
 */
export type ExternalQueryRunFacet = RunFacet & {
  /**
   * Identifier for the external system
   */
  externalQueryId: string;
  /**
   * source of the external query
   */
  source: string;
};
