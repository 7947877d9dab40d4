/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet } from './OpenLineage';

/**
 * SQLJobFacet of OpenLineage.
 * @public
 */
export type SQLJobFacet = JobFacet & { query: string; dialect?: string };
