import { ScheduleHold } from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { effectiveSpec } from '../definition/effectiveSpec';

/** Who changes what is desired without being a person. */
const MACHINES = ['catalog', 'schedule'];

/** Why a schedule starts nothing in this environment; else nothing. */
export function scheduleHold(
  job: StoredJob,
  deployment: StoredDeployment,
  autoDeploy: boolean,
): ScheduleHold | undefined {
  const { desired, desiredBy, deployedVersion, environment } = deployment;
  if (job.missingSince) return 'missing';
  if (effectiveSpec(job.spec, environment).state === 'suspended') {
    return 'suspended';
  }
  const byPerson = desiredBy !== undefined && !MACHINES.includes(desiredBy);
  if (desired !== 'running' && byPerson) return 'stopped';
  if (job.origin === 'git' && !autoDeploy && deployedVersion === undefined) {
    return 'never-deployed';
  }
  return undefined;
}

/** The hold in a sentence. */
export function holdReason(hold: ScheduleHold, deployment: StoredDeployment) {
  switch (hold) {
    case 'missing':
      return 'The entity is gone from the catalog.';
    case 'suspended':
      return 'spec.state is suspended.';
    case 'stopped':
      return `${deployment.desiredBy} wants the job ${deployment.desired}; deploy it to let its schedule go on.`;
    default:
      return 'The job comes from Git, dataJobs.autoDeploy is off, and nobody deployed it yet: deploy it once.';
  }
}
