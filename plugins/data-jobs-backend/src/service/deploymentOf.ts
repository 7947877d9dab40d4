import { NotFoundError } from '@backstage/errors';
import { DEFAULT_ENVIRONMENT } from '@datalark/backstage-plugin-data-jobs-common';
import { DeploymentStore, StoredDeployment } from '../database/DeploymentStore';

/**
 * The deployment that is meant: the named environment, else `default`, else
 * the only one.
 */
export async function deploymentOf(
  deployments: DeploymentStore,
  ref: { entityRef: string; environment?: string },
): Promise<StoredDeployment> {
  const all = await deployments.ofJob(ref.entityRef);
  const wanted = ref.environment ?? DEFAULT_ENVIRONMENT;
  const found = all.find(one => one.environment === wanted);
  if (found) return found;
  if (!ref.environment && all.length === 1) return all[0];
  const names = all.map(one => one.environment).join(', ');
  throw new NotFoundError(
    `${ref.entityRef} has no environment "${wanted}"; it has ${names}.`,
  );
}
