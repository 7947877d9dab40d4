/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet } from './OpenLineage';

/**
 * OwnershipJobFacet of OpenLineage.
 * @public
 */
export type OwnershipJobFacet = JobFacet & {
  /**
   * The owners of the job.
   */
  owners?: {
    /**
     * the identifier of the owner of the Job. It is recommended to define this as a URN. For example application:foo, user:jdoe, team:data
     */
    name: string;
    /**
     * The type of ownership (optional)
     */
    type?: string;
  }[];
};
