/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet } from './OpenLineage';

/**
 * DocumentationJobFacet of OpenLineage.
 * @public
 */
export type DocumentationJobFacet = JobFacet & {
  /**
   * The description of the job.
   */
  description: string;
  /**
   * MIME type of the description field content.
   */
  contentType?: string;
};
