/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet, RunFacet } from './OpenLineage';

/**
 * RootRun of OpenLineage.
 * @public
 */
export type RootRun = {
  /**
   * The globally unique ID of the root run associated with the root job.
   */
  runId: string;
  /**
   * Selected subset of facets of the root run (not the current run), forwarded here for convenience. See the root run's own event for full information.
   */
  facets?: { [name: string]: RunFacet };
};

/**
 * RootJob of OpenLineage.
 * @public
 */
export type RootJob = {
  /**
   * The namespace containing root job
   */
  namespace: string;
  /**
   * The unique name containing root job within that namespace
   */
  name: string;
  /**
   * Selected subset of facets of the root job (not the current job), forwarded here for convenience. See the root job's own event for full information.
   */
  facets?: { [name: string]: JobFacet };
};

/**
 * the id of the parent run and job, iff this run was spawn from an other run (for example, the Dag run scheduling its tasks)
 * @public
 */
export type ParentRunFacet = RunFacet & {
  run: {
    /**
     * The globally unique ID of the run associated with the job.
     */
    runId: string;
    /**
     * Selected subset of facets of the parent run (not the current run), forwarded here for convenience. See the parent run's own event for full information.
     */
    facets?: { [name: string]: RunFacet };
  };
  job: {
    /**
     * The namespace containing that job
     */
    namespace: string;
    /**
     * The unique name for that job within that namespace
     */
    name: string;
    /**
     * Selected subset of facets of the parent job (not the current job), forwarded here for convenience. See the parent job's own event for full information.
     */
    facets?: { [name: string]: JobFacet };
  };
  root?: { run: RootRun; job: RootJob };
};
