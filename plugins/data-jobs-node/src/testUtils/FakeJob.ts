import {
  HealthReason,
  JobException,
  MetricSample,
  Snapshot,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ObservedJob } from '../EngineObservation';
import { JobSubmission, RestorePoint } from '../JobSubmission';

/** A snapshot as engines report it. @public */
export type FakeSnapshot = Omit<Snapshot, 'runId' | 'version' | 'triggeredBy'>;

/** A job inside a {@link FakeEngine}; tests may read and change it. @public */
export type FakeJob = {
  engineJobId: string;
  name: string;
  state: ObservedJob['state'];
  reasons: HealthReason[];
  /** ISO 8601, UTC. */
  startedAt: string;
  endedAt?: string;
  message?: string;
  tasks: { total: number; running: number };
  records: { read: number; written: number };
  failedCheckpoints: number;
  /** What `sample` tells besides what is counted here. */
  measured: MetricSample;
  restoredFrom?: RestorePoint;
  /** What was submitted; absent for a job that somebody else started. */
  submission?: JobSubmission;
  snapshots: FakeSnapshot[];
  exceptions: JobException[];
};

/** States in which a fake job goes on. */
const LIVE: ReadonlySet<ObservedJob['state']> = new Set([
  'deploying',
  'running',
]);

export function isLive(job: FakeJob): boolean {
  return LIVE.has(job.state);
}

/** What the port shows of a fake job. */
export function toObservedJob(
  job: FakeJob,
  countsInOverview = true,
): ObservedJob {
  return {
    engineJobId: job.engineJobId,
    name: job.name,
    state: job.state,
    reasons: [...job.reasons],
    startedAt: job.startedAt,
    endedAt: job.endedAt,
    message: job.message,
    tasks: { ...job.tasks },
    ...(countsInOverview && { records: { ...job.records } }),
  };
}

/** A job that was accepted and does not run yet. */
export function newFakeJob(engineJobId: string, name: string): FakeJob {
  return {
    engineJobId,
    name,
    state: 'deploying',
    reasons: [],
    startedAt: new Date().toISOString(),
    tasks: { total: 1, running: 0 },
    records: { read: 0, written: 0 },
    failedCheckpoints: 0,
    measured: {},
    snapshots: [],
    exceptions: [],
  };
}
