import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../../database/DeploymentStore';
import { Stores } from '../../database/Stores';

/** A snapshot as an engine tells of it. */
type Told = Awaited<ReturnType<JobEngine['snapshots']>>[number];

/** Writes down what an engine has of the present run, and forgets what it dropped. */
export async function recordSnapshots(
  stores: Pick<Stores, 'snapshots'>,
  deployment: Pick<
    StoredDeployment,
    'entityRef' | 'environment' | 'runId' | 'deployedVersion'
  >,
  engineJobId: string,
  told: Told[],
): Promise<void> {
  // Oldest first: of two with the same time the later one is the newer.
  for (const one of [...told].reverse()) {
    await stores.snapshots.record(deployment, {
      ...one,
      runId: deployment.runId,
      version: deployment.deployedVersion,
    });
  }
  await stores.snapshots.dropCheckpoints(
    deployment,
    engineJobId,
    told.map(one => one.location),
  );
}

/** Writes down a savepoint that somebody asked for. */
export async function recordSavepoint(
  stores: Pick<Stores, 'snapshots'>,
  deployment: StoredDeployment,
  options: {
    engineJobId: string;
    location: string;
    requestId: string;
    triggeredBy: string;
    told: Told[];
  },
): Promise<Snapshot> {
  const { told, location, engineJobId } = options;
  const known = told.find(one => one.location === location);
  const snapshot: Snapshot = {
    ...(known ?? {
      id: options.requestId,
      kind: 'savepoint',
      location,
      createdAt: new Date().toISOString(),
      engineJobId,
    }),
    runId: deployment.runId,
    version: deployment.deployedVersion,
    triggeredBy: options.triggeredBy,
  };
  await stores.snapshots.record(deployment, snapshot);
  return snapshot;
}
