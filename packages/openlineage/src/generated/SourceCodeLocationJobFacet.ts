/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet } from './OpenLineage';

/**
 * SourceCodeLocationJobFacet of OpenLineage.
 * @public
 */
export type SourceCodeLocationJobFacet = JobFacet & {
  /**
   * the source control system
   */
  type: string;
  /**
   * the full http URL to locate the file
   */
  url: string;
  /**
   * the URL to the repository
   */
  repoUrl?: string;
  /**
   * the path in the repo containing the source files
   */
  path?: string;
  /**
   * the current version deployed (not a branch name, the actual unique version)
   */
  version?: string;
  /**
   * optional tag name
   */
  tag?: string;
  /**
   * optional branch name
   */
  branch?: string;
  /**
   * optional pull request or merge request number associated with a CI run, populated from CI platform environment variables (e.g. GITHUB_REF, CI_MERGE_REQUEST_IID)
   */
  pullRequestNumber?: string;
};
