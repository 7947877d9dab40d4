/* Generated from the JSON Schema by tools/generate.mjs; change the tool, not this file. */

import type { JobFacet } from './OpenLineage';

/**
 * JobTypeJobFacet of OpenLineage.
 * @public
 */
export type JobTypeJobFacet = JobFacet & {
  /**
   * Job processing type: BATCH (finite jobs with clear start/end), STREAMING (continuous jobs processing data streams), or SERVICE (continuous long-running services). BATCH jobs are finite and emit START/COMPLETE/FAIL/ABORT events. STREAMING and SERVICE jobs are continuous with no natural completion point.
   */
  processingType: string;
  /**
   * OpenLineage integration type of this job: for example SPARK|DBT|AIRFLOW|FLINK
   */
  integration: string;
  /**
   * Run type, for example: QUERY|COMMAND|DAG|TASK|JOB|MODEL. This is an integration-specific field.
   */
  jobType?: string;
  /**
   * Describes how and what the job emits in its events
   */
  emissionPattern?: {
    /**
     * Defines when events are emitted. EVENT_BASED: events emitted on lifecycle transitions (START/COMPLETE/FAIL/ABORT). PERIODIC: events emitted at regular time intervals.
     */
    eventTrigger: string;
    /**
     * Define if individual events are self-sufficient and can be processed individually, or need to be combined by consumer. ACCUMULATIVE: Events may contain only partial information and the complete information can be collected by combining information from all the events emitted by a specific job run. COMPLETE_SNAPSHOT: events contain complete state for a specific time window (events can be processed independently).
     */
    eventContentMode: string;
    /**
     * Time window duration for periodic event emissions in seconds. Only applicable when eventTrigger is PERIODIC. Required when eventTrigger is PERIODIC and eventContentMode is COMPLETE_SNAPSHOT.
     */
    windowDuration?: number;
  };
};
