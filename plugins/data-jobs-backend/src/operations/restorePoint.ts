import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment } from '../database/DeploymentStore';
import { Stores } from '../database/Stores';

/**
 * The snapshot that a resume would use now: the newest of the present run,
 * else the one that run itself started from. A clean start leaves older
 * snapshots behind: they belong to another history.
 */
export async function restorePoint(
  deployment: Pick<StoredDeployment, 'entityRef' | 'environment' | 'runId'>,
  stores: Pick<Stores, 'runs' | 'snapshots'>,
): Promise<Snapshot | undefined> {
  if (!deployment.runId) return undefined;
  const own = await stores.snapshots.newestOfRun(deployment, deployment.runId);
  if (own) return own;
  const run = await stores.runs.get(deployment.runId);
  return run?.restoredFrom
    ? stores.snapshots.find(deployment, run.restoredFrom)
    : undefined;
}
