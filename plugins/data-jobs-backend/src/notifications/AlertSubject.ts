import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { StoredSample } from '../database/MetricStore';

/** A job in an environment with all that decides what its owner is told. */
export type AlertSubject = {
  job: StoredJob;
  deployment: StoredDeployment;
  /** A verb is under way: what is seen is expected. */
  operating: boolean;
  /** Newest snapshot of the present run, if any. */
  snapshot?: Snapshot;
  /** How often the present run takes checkpoints, in ms; 0: never. Absent: not known. */
  checkpointIntervalMs?: number;
  /** When the present run began. */
  runStartedAt?: string;
  /** Samples of the present run, oldest first, as far back as rules ask. */
  samples: StoredSample[];
};

/** What the job is called for people. */
export function jobTitle({ job, deployment }: AlertSubject): string {
  const name = job.title ?? job.name;
  return deployment.environment === 'default'
    ? name
    : `${name} (${deployment.environment})`;
}
