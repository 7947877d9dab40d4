import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  DEFAULT_ENVIRONMENT,
  Operation,
  OperationParams,
  Surface,
  Verb,
  jobReadPermission,
  sqlSubmitPermission,
  verbPermissions,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePublisher } from '../changes/ChangePublisher';
import { StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { effectiveSpec } from '../definition/effectiveSpec';
import { EngineRegistry } from '../engines/EngineRegistry';
import { OperationWorker } from '../operations/OperationWorker';
import {
  checkCapability,
  checkParams,
  checkState,
  DESIRED_AFTER,
} from '../operations/verbRules';
import { audited } from './audited';
import { Authorizer } from './Authorizer';
import { Caller, nameOf } from './Caller';
import { deploymentOf } from './deploymentOf';

/** What somebody asks for. */
export type OperationRequest = {
  entityRef: string;
  environment?: string;
  verb: Verb;
  params?: OperationParams;
  reason?: string;
};

/** Writes operations down, and reads them. */
export class OperationsService {
  constructor(
    private readonly deps: {
      stores: Stores;
      engines: EngineRegistry;
      authorizer: Authorizer;
      auditor: AuditorService;
      changes: ChangePublisher;
      worker: Pick<OperationWorker, 'nudge'>;
    },
  ) {}

  /** For a person, an agent or a service: with permissions and audit. */
  async request(caller: Caller, request: OperationRequest): Promise<Operation> {
    const { entityRef, verb } = request;
    const job = await this.#job(entityRef);
    await this.requireVerb(caller, job, verb);
    return audited(
      this.deps.auditor,
      caller,
      'operation-request',
      {
        actionType: verb,
        entityRef: job.entityRef,
        environment: request.environment ?? DEFAULT_ENVIRONMENT,
      },
      () => this.create(job, request, nameOf(caller), caller.surface),
    );
  }

  /** The verb's permission, and what its code needs besides. */
  async requireVerb(
    caller: Caller,
    job: Pick<StoredJob, 'entityRef' | 'type'>,
    verb: Verb,
  ): Promise<void> {
    const { authorizer } = this.deps;
    await authorizer.require(caller, verbPermissions[verb], job.entityRef);
    const submits = verb === 'deploy' || verb === 'rollback';
    if (submits && job.type === 'flink-sql') {
      await authorizer.require(caller, sqlSubmitPermission);
    }
  }

  /** Without permissions: for what the catalog asks for, and after checks. */
  async create(
    job: StoredJob,
    request: OperationRequest,
    requestedBy: string,
    surface: Surface,
    autoVersion?: number,
  ): Promise<Operation> {
    const { verb, params = {} } = request;
    checkParams(verb, params);
    const deployment = await deploymentOf(this.deps.stores.deployments, {
      entityRef: job.entityRef,
      environment: request.environment,
    });
    checkState(verb, job, deployment);
    const version = await this.#versionAfter(job, deployment, verb, params);
    await this.#checkEngine(job, deployment, verb, version);
    if (verb === 'restore') {
      await this.#checkSnapshot(deployment, params.snapshot!);
    }
    const operation = await this.deps.stores.operations.create({
      entityRef: job.entityRef,
      environment: deployment.environment,
      verb,
      params,
      requestedBy,
      surface,
      reason: request.reason,
      versionBefore: deployment.deployedVersion,
      versionAfter: version,
      desired: DESIRED_AFTER[verb],
      autoVersion,
    });
    this.deps.changes.jobChanged(job.entityRef);
    this.deps.worker.nudge();
    return operation;
  }

  async list(
    caller: Caller,
    ref: { entityRef: string; environment?: string; limit?: number },
  ): Promise<Operation[]> {
    const job = await this.#job(ref.entityRef);
    await this.deps.authorizer.require(
      caller,
      jobReadPermission,
      job.entityRef,
    );
    return this.deps.stores.operations.list(ref, ref.limit ?? 50);
  }

  /** Who asked for an operation may see it, also when the job is gone. */
  async get(caller: Caller, id: string): Promise<Operation> {
    const operation = await this.deps.stores.operations.get(id);
    if (!operation) throw new NotFoundError(`There is no operation ${id}.`);
    if (operation.requestedBy !== nameOf(caller)) {
      await this.deps.authorizer.require(
        caller,
        jobReadPermission,
        operation.entityRef,
      );
    }
    return operation;
  }

  async #job(entityRef: string): Promise<StoredJob> {
    const job = await this.deps.stores.jobs.get(entityRef);
    if (job) return job;
    throw new NotFoundError(`There is no job ${entityRef}.`);
  }

  async #versionAfter(
    job: StoredJob,
    deployment: StoredDeployment,
    verb: Verb,
    params: OperationParams,
  ): Promise<number | undefined> {
    if (verb === 'deploy' || verb === 'rollback') {
      const version = params.version ?? job.latestVersion;
      if (await this.deps.stores.jobs.version(job.entityRef, version)) {
        return version;
      }
      throw new InputError(
        `params.version: ${job.entityRef} has no version ${version}; its newest is ${job.latestVersion}.`,
      );
    }
    if (verb === 'resume' || verb === 'restart' || verb === 'restore') {
      if (deployment.deployedVersion !== undefined) {
        return deployment.deployedVersion;
      }
      throw new ConflictError(
        `${job.entityRef} never ran in ${deployment.environment}; deploy it first.`,
      );
    }
    return undefined;
  }

  async #checkEngine(
    job: StoredJob,
    deployment: StoredDeployment,
    verb: Verb,
    version: number | undefined,
  ): Promise<void> {
    if (verb === 'delete' && !deployment.observation.engineJobId) return;
    const target = version
      ? await this.deps.stores.jobs.version(job.entityRef, version)
      : undefined;
    const name = target
      ? effectiveSpec(target.spec, deployment.environment).engine
      : deployment.engine;
    checkCapability(verb, this.deps.engines.get(name));
  }

  async #checkSnapshot(
    deployment: StoredDeployment,
    snapshot: string,
  ): Promise<void> {
    if (await this.deps.stores.snapshots.find(deployment, snapshot)) return;
    const { capabilities } = this.deps.engines.get(deployment.engine);
    const isLocation = /^[a-z][a-z0-9+.-]*:\S+$|^\/\S+$/i.test(snapshot);
    if (capabilities.restoreFromLocation && isLocation) return;
    throw new InputError(
      `params.snapshot: no snapshot "${snapshot}" of ${
        deployment.entityRef
      } is known; name one of its snapshots${
        capabilities.restoreFromLocation
          ? ', or a location such as file:/…/savepoint-1'
          : ''
      }.`,
    );
  }
}
