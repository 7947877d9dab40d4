/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * NominalTimeRunFacet of OpenLineage.
 * @public
 */
export type NominalTimeRunFacet = RunFacet & {
  /**
   * An [ISO-8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp representing the nominal start time (included) of the run. AKA the schedule time
   */
  nominalStartTime: string;
  /**
   * An [ISO-8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp representing the nominal end time (excluded) of the run. (Should be the nominal start time of the next run)
   */
  nominalEndTime?: string;
};
