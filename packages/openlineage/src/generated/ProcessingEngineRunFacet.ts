/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * ProcessingEngineRunFacet of OpenLineage.
 * @public
 */
export type ProcessingEngineRunFacet = RunFacet & {
  /**
   * Processing engine version. Might be Airflow or Spark version.
   */
  version: string;
  /**
   * Processing engine name, e.g. Airflow or Spark
   */
  name?: string;
  /**
   * OpenLineage adapter package version. Might be e.g. OpenLineage Airflow integration package version
   */
  openlineageAdapterVersion?: string;
};
