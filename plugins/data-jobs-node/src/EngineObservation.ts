import {
  EngineInfo,
  HealthReason,
  ObservedState,
} from '@datalark/backstage-plugin-data-jobs-common';

/** A job as the engine shows it. @public */
export type ObservedJob = {
  engineJobId: string;
  name: string;
  /**
   * `unknown`: the engine has the job, and what it says of it is not
   * understood; `message` has its words. What is absent is not told at all.
   */
  state: Exclude<ObservedState, 'absent'>;
  /** Why the job is not well although it is `state`; empty when it is. */
  reasons: HealthReason[];
  /** ISO 8601, UTC. */
  startedAt?: string;
  endedAt?: string;
  tasks?: { total: number; running: number };
  records?: { read?: number; written?: number };
  message?: string;
};

/**
 * One look at an engine. `reachable: false` says nothing about its jobs.
 *
 * @public
 */
export type EngineObservation =
  | {
      reachable: true;
      observedAt: string;
      info: EngineInfo;
      /** All jobs that the engine knows; what is not in it is absent. */
      jobs: ObservedJob[];
      problems: Array<{ message: string; remedy?: string }>;
    }
  | {
      reachable: false;
      observedAt: string;
      message: string;
      remedy?: string;
    };
