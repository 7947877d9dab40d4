import { ConflictError } from '@backstage/errors';
import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { DeployGuard } from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { Caller } from './Caller';

/** Asks the modules that have a say in deployments. */
export class DeployGuards {
  constructor(
    private readonly stores: Pick<Stores, 'jobs'>,
    private readonly guards: readonly DeployGuard[],
  ) {}

  /** A `ConflictError` with all objections, unless there is none. */
  async require(
    caller: Caller,
    job: Pick<StoredJob, 'entityRef'>,
    asked: { verb: Verb; reason?: string },
    checked: { deployment: StoredDeployment; version?: number },
  ): Promise<void> {
    const submits = asked.verb === 'deploy' || asked.verb === 'rollback';
    if (!submits || this.guards.length === 0) return;
    const { deployment, version } = checked;
    const after = await this.#spec(job, version);
    if (!after) return;
    const before = await this.#spec(job, deployment.deployedVersion);
    const objections = await Promise.all(
      this.guards.map(guard =>
        guard.objections({
          credentials: caller.credentials,
          entityRef: job.entityRef,
          environment: deployment.environment,
          before,
          after,
          reason: asked.reason,
        }),
      ),
    );
    const all = objections.flat();
    if (all.length > 0) throw new ConflictError(all.join(' '));
  }

  async #spec({ entityRef }: Pick<StoredJob, 'entityRef'>, version?: number) {
    if (version === undefined) return undefined;
    return (await this.stores.jobs.version(entityRef, version))?.spec;
  }
}
