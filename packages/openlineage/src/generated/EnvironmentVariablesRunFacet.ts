/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * EnvironmentVariable of OpenLineage.
 * @public
 */
export type EnvironmentVariable = {
  /**
   * The name of the environment variable.
   */
  name: string;
  /**
   * The value of the environment variable.
   */
  value: string;
};

/**
 * EnvironmentVariablesRunFacet of OpenLineage.
 * @public
 */
export type EnvironmentVariablesRunFacet = RunFacet & {
  /**
   * The environment variables for the run.
   */
  environmentVariables: EnvironmentVariable[];
};
