/** What became of one time of a schedule. @public */
export type ScheduleFiring = {
  /** The time that the schedule named; ISO 8601, UTC. */
  scheduledAt: string;
  /**
   * `started`: an operation was asked for. `queued`: waits for the end of the
   * run before. `skipped`: not started, `reason` says why. `missed`: it passed
   * while the portal was down.
   */
  outcome: 'started' | 'queued' | 'skipped' | 'missed';
  /** When that was decided; ISO 8601, UTC. */
  decidedAt: string;
  /** Why it was not started, in a sentence. */
  reason?: string;
  /** `missed`: how many times of the schedule, this one included, were missed. */
  missed?: number;
  /** The operation that was asked for. */
  operationId?: string;
};

/** Why the schedule of a deployment starts nothing at present. @public */
export type ScheduleHold =
  /** `spec.state` is suspended. */
  | 'suspended'
  /** Somebody stopped or suspended the job; a deploy lets it go on. */
  | 'stopped'
  /** Git-owned, `dataJobs.autoDeploy` is off, and nobody deployed it yet. */
  | 'never-deployed'
  /** The entity is gone from the catalog. */
  | 'missing';

/** The schedule of a batch job in one environment. @public */
export type ScheduleStatus = {
  entityRef: string;
  environment: string;
  cron: string;
  /** IANA name. */
  timezone: string;
  catchUp: boolean;
  concurrencyPolicy: 'Forbid' | 'Queue' | 'Replace';
  /** Present while the schedule starts nothing. */
  hold?: ScheduleHold;
  /** The next times; ISO 8601, UTC. Empty when `problem` is present. */
  next: string[];
  /** Why the schedule cannot be read, and what to do. */
  problem?: string;
  /** The newest decisions, newest first. */
  firings: ScheduleFiring[];
};

/** What a cron expression means, before it is saved. @public */
export type SchedulePreview = {
  timezone: string;
  /** ISO 8601, UTC. */
  next: string[];
  /** What is wrong and what to do. */
  problem?: string;
};
