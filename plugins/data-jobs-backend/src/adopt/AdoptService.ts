import { randomUUID } from 'crypto';
import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { validateDataEntity } from '@datalark/backstage-plugin-data-entities-common';
import { nameOf } from '@datalark/backstage-plugin-data-entities-node';
import {
  AdoptInput,
  engineReadPermission,
  jobAdoptPermission,
  jobCreatePermission,
  JobDetail,
  JobSpec,
  mayBeLive,
  UNKNOWN_TYPE,
  UnmanagedJob,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePublisher } from '../changes/ChangePublisher';
import { StoredDeployment } from '../database/DeploymentStore';
import { Stores } from '../database/Stores';
import { StoredUnmanagedJob } from '../database/UnmanagedStore';
import { jobRef } from '../definition/jobOwner';
import { audited } from '../service/audited';
import { Authorizer } from '../service/Authorizer';
import { Caller } from '../service/Caller';
import { deploymentOf } from '../service/deploymentOf';
import { jobEntity } from '../service/jobEntity';
import { JobsService } from '../service/JobsService';
import { OperationsService } from '../service/OperationsService';
import { refuseProblems } from '../service/refuseProblems';
import { suggestedName } from './suggestedName';

/** Takes on jobs that run on engines and that nobody declared. */
export class AdoptService {
  constructor(
    private readonly deps: {
      stores: Stores;
      authorizer: Authorizer;
      auditor: AuditorService;
      changes: Pick<ChangePublisher, 'entityChanged' | 'jobChanged'>;
      jobs: Pick<JobsService, 'get' | 'readable'>;
      operations: Pick<OperationsService, 'requireVerb'>;
    },
  ) {}

  async list(caller: Caller, engine?: string): Promise<UnmanagedJob[]> {
    const { stores, authorizer } = this.deps;
    await authorizer.require(caller, engineReadPermission);
    const found = await stores.unmanaged.list(engine);
    return Promise.all(
      found.map(async job => ({
        ...job,
        suggestedName: suggestedName(job.name),
        candidates: await this.#candidates(caller, job),
      })),
    );
  }

  /** The job as it is afterwards; it goes on running all the while. */
  async adopt(caller: Caller, input: AdoptInput): Promise<JobDetail> {
    const { authorizer, auditor, jobs } = this.deps;
    await authorizer.require(caller, jobAdoptPermission);
    const job = await this.#found(input);
    const name = input.name ?? suggestedName(job.name);
    const entityRef =
      input.entityRef ?? jobRef(input.namespace ?? 'default', name);
    return audited(
      auditor,
      caller,
      'job-adopt',
      { entityRef, engine: job.engine, engineJobId: job.engineJobId },
      async () => {
        if (input.entityRef) await this.#attach(caller, input, job);
        else await this.#create(caller, input, name, job);
        return jobs.get(caller, entityRef);
      },
    );
  }

  async #create(
    caller: Caller,
    input: AdoptInput,
    name: string,
    job: StoredUnmanagedJob,
  ): Promise<void> {
    const { stores, authorizer, changes } = this.deps;
    await authorizer.require(caller, jobCreatePermission);
    if (!input.owner) {
      throw new InputError(
        'owner is needed for a new job: name a group or a user, such as group:default/shop. Or name a declared job in entityRef.',
      );
    }
    const namespace = input.namespace ?? 'default';
    const spec = {
      type: UNKNOWN_TYPE,
      lifecycle: 'experimental',
      owner: input.owner,
      processing: input.processing ?? 'streaming',
      engine: job.engine,
      definition: {
        unknown: true,
        adopted: { engineJobId: job.engineJobId, name: job.name },
      },
    } as unknown as JobSpec;
    const draft = { namespace, name, title: input.title, spec };
    const { problems } = validateDataEntity(
      jobEntity(draft, { portal: false }),
    );
    refuseProblems(
      problems.map(({ field, message, remedy }) => ({
        severity: 'error' as const,
        field,
        message,
        remedy,
      })),
    );
    const by = nameOf(caller);
    const created = await stores.jobs.create({
      ...draft,
      origin: 'portal',
      by,
      message: `Taken on from ${job.engine}, where it is ${job.name}`,
    });
    const { entityRef } = created;
    try {
      await stores.deployments.declare(entityRef, [
        { environment: 'default', engine: job.engine },
      ]);
      const deployment = await deploymentOf(stores.deployments, { entityRef });
      await this.#takeOver(by, job, deployment, created.latestVersion);
    } catch (error) {
      await stores.jobs.delete(entityRef);
      throw error;
    }
    changes.entityChanged(entityRef);
    changes.jobChanged(entityRef);
  }

  async #attach(
    caller: Caller,
    input: AdoptInput,
    job: StoredUnmanagedJob,
  ): Promise<void> {
    const { stores, jobs, operations, changes } = this.deps;
    const declared = await jobs.readable(caller, input.entityRef!);
    await operations.requireVerb(caller, declared, 'deploy');
    const deployment = await deploymentOf(stores.deployments, {
      entityRef: declared.entityRef,
      environment: input.environment,
    });
    const where = `${declared.entityRef} in ${deployment.environment}`;
    if (deployment.engine !== job.engine) {
      throw new ConflictError(
        `${where} belongs on engine ${deployment.engine}, and the job runs on ${job.engine}.`,
      );
    }
    if (isBusy(deployment) || (await stores.operations.active(deployment))) {
      throw new ConflictError(
        `${where} has a run of its own (${deployment.observation.state}); stop it first, or take the job on as a new one.`,
      );
    }
    await this.#takeOver(nameOf(caller), job, deployment);
    changes.jobChanged(declared.entityRef);
  }

  // Which version of a declared job runs, nobody knows.
  async #takeOver(
    by: string,
    job: StoredUnmanagedJob,
    deployment: StoredDeployment,
    version?: number,
  ): Promise<void> {
    const { stores } = this.deps;
    const { entityRef, environment } = deployment;
    const { engine, engineJobId, state } = job;
    const runId = randomUUID();
    const now = new Date().toISOString();
    const startedAt = job.startedAt ?? job.firstSeenAt;
    const latest = await stores.jobs.get(entityRef);
    await stores.knex.transaction(async trx => {
      if (!(await stores.unmanaged.take(engine, engineJobId, trx))) {
        throw new ConflictError(
          `The job ${engineJobId} on ${engine} was just taken on by somebody else, or has ended.`,
        );
      }
      await stores.runs.record(
        {
          id: runId,
          entityRef,
          environment,
          engine,
          engineJobId,
          version: version ?? 0,
          state,
          startedAt,
        },
        trx,
      );
      await stores.deployments.update(
        deployment,
        {
          engineJobId,
          runId,
          desired: 'running',
          desiredBy: by,
          deployedVersion: version,
          // Git must not replace at once what was just taken on.
          autoVersion: latest?.latestVersion,
          submittingSince: undefined,
          submittedAt: startedAt,
          observation: {
            state,
            health: { state: 'ok', reasons: [] },
            observedAt: now,
            since: startedAt,
          },
        },
        trx,
      );
    });
  }

  async #found(input: AdoptInput): Promise<StoredUnmanagedJob> {
    const { engine, engineJobId } = input;
    const job = await this.deps.stores.unmanaged.get(engine, engineJobId);
    if (job) return job;
    throw new NotFoundError(
      `Engine ${engine} shows no running job ${engineJobId} that is not declared: it may have ended, or been taken on.`,
    );
  }

  async #candidates(
    caller: Caller,
    job: StoredUnmanagedJob,
  ): Promise<UnmanagedJob['candidates']> {
    const { stores, jobs } = this.deps;
    const wanted = suggestedName(job.name).toLowerCase();
    const { items } = await stores.listing.page({
      engine: [job.engine],
      text: wanted,
      limit: 20,
    });
    const found: UnmanagedJob['candidates'] = [];
    for (const { entityRef, name, deployment } of items) {
      const { environment } = deployment;
      const names = [name, `${name}-${environment}`];
      if (!names.includes(wanted) || isBusy(deployment)) continue;
      const seen = await jobs.readable(caller, entityRef).catch(() => null);
      if (seen) found.push({ entityRef, environment });
    }
    return found;
  }
}

function isBusy({ observation }: StoredDeployment): boolean {
  return observation.engineJobId !== undefined && mayBeLive(observation.state);
}
