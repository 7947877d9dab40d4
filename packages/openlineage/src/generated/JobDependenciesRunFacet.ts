/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { RunFacet } from './OpenLineage';

/**
 * Used to store information about run (e.g., runId).
 * @public
 */
export type RunIdentifier = {
  /**
   * The globally unique ID of the run.
   */
  runId: string;
};

/**
 * Used to store information about job (e.g., namespace and name).
 * @public
 */
export type JobIdentifier = {
  /**
   * The namespace containing the job
   */
  namespace: string;
  /**
   * The unique name of a job within that namespace
   */
  name: string;
};

/**
 * Used to store all information about job dependency (e.g., job, run, etc.).
 * @public
 */
export type JobDependency = {
  job: JobIdentifier;
  run?: RunIdentifier;
  /**
   * Used to describe whether the upstream job directly triggers the downstream job, or whether the dependency is implicit (e.g. time-based).
   */
  dependency_type?: string;
  /**
   * Used to describe the exact sequence condition on which the downstream job can be executed (FINISH_TO_START - downstream job can start when upstream finished; FINISH_TO_FINISH - job executions can overlap, but need to finish in specified order; START_TO_START - jobs need to start at the same time in parallel).
   */
  sequence_trigger_rule?: string;
  /**
   * Used to describe if the downstream job should be run based on the status of the upstream job.
   */
  status_trigger_rule?: string;
  [name: string]: unknown;
};

/**
 * Maps execution dependencies (control flow relationships) between upstream and downstream job runs
 * @public
 */
export type JobDependenciesRunFacet = RunFacet & {
  /**
   * Job runs that must complete before the current run can start.
   */
  upstream?: JobDependency[];
  /**
   * Job runs that will start after completion of the current run.
   */
  downstream?: JobDependency[];
  /**
   * Specifies the condition under which this job will run based on the status of upstream jobs.
   */
  trigger_rule?: string;
};
