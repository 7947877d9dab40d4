import { LoggerService } from '@backstage/backend-plugin-api';
import { DeploymentKey, StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { effectiveSpec, environmentsOf } from '../definition/effectiveSpec';
import { scheduleOf } from '../schedules/cronTimes';
import { OperationsService } from '../service/OperationsService';

const CATALOG = 'catalog';

/**
 * Lets Git decide what runs: each new version of a Git-owned job is dealt with
 * once. What a person stopped or suspended stays that way.
 */
export class AutoDeployer {
  constructor(
    private readonly deps: {
      stores: Stores;
      operations: Pick<OperationsService, 'create'>;
      logger: LoggerService;
    },
  ) {}

  async decide(): Promise<void> {
    const { stores, logger } = this.deps;
    for (const key of await stores.deployments.undecided()) {
      await this.#decideOne(key).catch(error =>
        logger.warn(
          `${key.entityRef} in ${key.environment} was not deployed by itself: ${error}`,
        ),
      );
    }
  }

  async #decideOne(key: DeploymentKey): Promise<void> {
    const { stores, operations } = this.deps;
    if (await stores.operations.active(key)) return;
    const job = await stores.jobs.get(key.entityRef);
    const deployment = await stores.deployments.get(key);
    if (!job || !deployment) return;
    const verb = verbFor(job, deployment);
    if (!verb) {
      await stores.deployments.update(key, { autoVersion: job.latestVersion });
      return;
    }
    try {
      await operations.create(
        job,
        { ...key, verb, reason: `Version ${job.latestVersion} in Git` },
        CATALOG,
        'catalog',
        { autoVersion: job.latestVersion },
      );
    } catch (error) {
      // Somebody's operation came first: decide when it has ended.
      if ((error as Error).name === 'ConflictError') return;
      // Tried once per version, or it would be tried for ever.
      await stores.deployments.update(key, { autoVersion: job.latestVersion });
      throw error;
    }
  }
}

function verbFor(
  job: StoredJob,
  deployment: StoredDeployment,
): 'deploy' | 'suspend' | undefined {
  const { desired, desiredBy, deployedVersion, observation } = deployment;
  if (!environmentsOf(job.spec).includes(deployment.environment)) {
    return undefined;
  }
  // The times of its schedule decide when a scheduled job runs.
  if (scheduleOf(job.spec)) return undefined;
  const byPerson = desiredBy !== undefined && desiredBy !== CATALOG;
  const { state } = effectiveSpec(job.spec, deployment.environment);
  if (state === 'suspended') {
    const runs = observation.state === 'running';
    return desired === 'running' && !byPerson && runs ? 'suspend' : undefined;
  }
  if (desired !== 'running' && byPerson) return undefined;
  if (desired === 'running' && deployedVersion === job.latestVersion) {
    return undefined;
  }
  return 'deploy';
}
