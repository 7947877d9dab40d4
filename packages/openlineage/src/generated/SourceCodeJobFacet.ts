/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet } from './OpenLineage';

/**
 * SourceCodeJobFacet of OpenLineage.
 * @public
 */
export type SourceCodeJobFacet = JobFacet & {
  /**
   * Language in which source code of this job was written.
   */
  language: string;
  /**
   * Source code of this job.
   */
  sourceCode: string;
};
