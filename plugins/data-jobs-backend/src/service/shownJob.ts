import {
  Deployment,
  JobSummary,
  Operation,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { ListedJob } from '../database/JobListing';
import { StoredJob } from '../database/JobStore';
import { Freshness } from '../observation/Freshness';

/** A deployment as readers see it. */
export function shownDeployment(
  stored: StoredDeployment,
  freshness: Pick<Freshness, 'shown'>,
  activeOperation?: Operation,
): Deployment {
  return {
    entityRef: stored.entityRef,
    environment: stored.environment,
    engine: stored.engine,
    desired: stored.desired,
    observation: freshness.shown(stored),
    deployedVersion: stored.deployedVersion,
    lastChange: stored.lastChange,
    ...(activeOperation && { activeOperation }),
  };
}

/** A row of the list as readers see it. */
export function shownSummary(
  listed: ListedJob,
  freshness: Pick<Freshness, 'shown'>,
  activeOperation?: Operation,
): JobSummary {
  return {
    ...listed,
    deployment: shownDeployment(listed.deployment, freshness, activeOperation),
  };
}

/** What is shown of a job besides its deployments. */
export function shownFacts(job: StoredJob): Omit<JobSummary, 'deployment'> {
  return {
    entityRef: job.entityRef,
    name: job.name,
    namespace: job.namespace,
    title: job.title,
    description: job.description,
    owner: job.owner,
    system: job.system,
    type: job.type,
    processing: job.processing,
    origin: job.origin,
    latestVersion: job.latestVersion,
    ...(job.handedOverAt && { handedOverAt: job.handedOverAt }),
    ...(job.missingSince && { missingSince: job.missingSince }),
  };
}
