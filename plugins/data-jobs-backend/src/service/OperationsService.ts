import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { nameOf } from '@datalark/backstage-plugin-data-entities-node';
import {
  DEFAULT_ENVIRONMENT,
  isUnknownDefinition,
  Operation,
  OperationDecision,
  OperationParams,
  OperationPreview,
  Surface,
  Verb,
  jobReadPermission,
  sqlSubmitPermission,
  verbPermissions,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePublisher } from '../changes/ChangePublisher';
import { StoredDeployment } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { OperationDraft } from '../database/OperationStore';
import { Stores } from '../database/Stores';
import { effectiveSpec } from '../definition/effectiveSpec';
import { EngineRegistry } from '../engines/EngineRegistry';
import { OperationPreviewer } from '../operations/OperationPreviewer';
import { stateChoice } from '../operations/steps/compareState';
import { OperationWorker } from '../operations/OperationWorker';
import {
  checkCapability,
  checkParams,
  checkState,
  DESIRED_AFTER,
} from '../operations/verbRules';
import { audited } from './audited';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { DeployGuards } from './DeployGuards';
import { deploymentOf } from './deploymentOf';
import { EnvironmentGuard } from './EnvironmentGuard';
import { knownJob, readableJob } from './readableJob';

/** What somebody asks for. */
export type OperationRequest = {
  entityRef: string;
  environment?: string;
  verb: Verb;
  params?: OperationParams;
  reason?: string;
  /** The word of a preview's confirmation. */
  confirm?: string;
  /** In place of the word, for agents. */
  acceptStateLoss?: boolean;
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
      previewer: OperationPreviewer;
      environments: Pick<EnvironmentGuard, 'require'>;
      guards?: Pick<DeployGuards, 'require'>;
    },
  ) {}

  /** For a person, an agent or a service: with permissions and audit. */
  async request(caller: Caller, request: OperationRequest): Promise<Operation> {
    const { entityRef, verb } = request;
    const job = await knownJob(this.deps.stores, entityRef);
    await this.requireVerb(caller, job, verb);
    await this.requireEnvironment(caller, job, request);
    return audited(
      this.deps.auditor,
      caller,
      'operation-request',
      {
        actionType: verb,
        entityRef: job.entityRef,
        environment: request.environment ?? DEFAULT_ENVIRONMENT,
      },
      async () => {
        await this.#requireGuards(caller, job, request);
        const lossAccepted = await this.#requireWord(caller, job, request);
        return this.create(job, request, nameOf(caller), caller.surface, {
          lossAccepted,
        });
      },
    );
  }

  /** All that `request` refuses is refused here, and nothing is written. */
  async allow(caller: Caller, request: OperationRequest): Promise<void> {
    const job = await knownJob(this.deps.stores, request.entityRef);
    await this.requireVerb(caller, job, request.verb);
    await this.requireEnvironment(caller, job, request);
    await this.#requireGuards(caller, job, request);
    await this.#requireWord(caller, job, request);
    await this.check(job, request);
  }

  /** What the verb would do; needs what the verb needs, and changes nothing. */
  async preview(
    caller: Caller,
    request: OperationRequest,
  ): Promise<OperationPreview> {
    const { verb, params = {} } = request;
    const job = await knownJob(this.deps.stores, request.entityRef);
    await this.requireVerb(caller, job, verb);
    await this.requireEnvironment(caller, job, request);
    const checked = await this.check(job, request);
    return this.deps.previewer.preview({ job, verb, params, ...checked });
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
    origin: {
      autoVersion?: number;
      bulkId?: string;
      lossAccepted?: boolean;
      alongside?: OperationDraft['alongside'];
    } = {},
  ): Promise<Operation> {
    const { verb, params = {} } = request;
    const { lossAccepted, ...rest } = origin;
    const { deployment, version } = await this.check(job, request);
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
      decision: decisionOf(params, lossAccepted),
      ...rest,
    });
    this.deps.changes.jobChanged(job.entityRef);
    this.deps.worker.nudge();
    return operation;
  }

  /** What would be done, or an error that says why it cannot; changes nothing. */
  async check(
    job: StoredJob,
    request: OperationRequest,
  ): Promise<{ deployment: StoredDeployment; version?: number }> {
    const { verb, params = {} } = request;
    checkParams(verb, params);
    const deployment = await deploymentOf(this.deps.stores.deployments, {
      entityRef: job.entityRef,
      environment: request.environment,
    });
    checkState(verb, job, deployment);
    const version = await this.#versionAfter(job, deployment, verb, params);
    await this.#refuseUnknown(job, verb, version);
    await this.#checkEngine(job, deployment, verb, version);
    if (verb === 'restore') {
      await this.#checkSnapshot(deployment, params.snapshot!);
    }
    return { deployment, version };
  }

  async list(
    caller: Caller,
    ref: { entityRef: string; environment?: string; limit?: number },
  ): Promise<Operation[]> {
    await readableJob(this.deps, caller, ref.entityRef);
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

  /** More than the verb's permission, where the environment is protected. */
  async requireEnvironment(
    caller: Caller,
    job: StoredJob,
    { environment, verb }: Pick<OperationRequest, 'environment' | 'verb'>,
  ): Promise<void> {
    const { stores, environments } = this.deps;
    const all = await stores.deployments.ofJob(job.entityRef);
    const names =
      verb === 'delete'
        ? all.map(one => one.environment)
        : [
            (
              await deploymentOf(stores.deployments, {
                entityRef: job.entityRef,
                environment,
              })
            ).environment,
          ];
    await environments.require(caller, job.entityRef, names);
  }

  async #requireGuards(
    caller: Caller,
    job: StoredJob,
    request: OperationRequest,
  ): Promise<void> {
    const { guards } = this.deps;
    if (!guards) return;
    const checked = await this.check(job, request);
    await guards.require(caller, job, request, checked);
  }

  // Programs say what they want by their parameters; people type, agents accept.
  async #requireWord(
    caller: Caller,
    job: StoredJob,
    request: OperationRequest,
  ): Promise<boolean | undefined> {
    const { verb, params = {}, confirm, acceptStateLoss } = request;
    const asks = caller.surface === 'page' || caller.surface === 'action';
    if (!asks && confirm === undefined) return undefined;
    const checked = await this.check(job, request);
    const needed = await this.deps.previewer.confirmation({
      job,
      verb,
      params,
      ...checked,
    });
    if (!needed) return undefined;
    if (acceptStateLoss || confirm === needed.word) return true;
    throw new InputError(
      caller.surface === 'action'
        ? `${needed.because} Pass acceptStateLoss: true when that is meant; preview-operation tells more.`
        : `${needed.because} Send "confirm": "${needed.word}" when that is meant.`,
    );
  }

  async #versionAfter(
    job: StoredJob,
    deployment: StoredDeployment,
    verb: Verb,
    params: OperationParams,
  ): Promise<number | undefined> {
    if (verb === 'deploy' || verb === 'rollback') {
      const version = params.promoteFrom
        ? await this.#promoted(job, deployment, params)
        : params.version ?? job.latestVersion;
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

  async #promoted(
    job: StoredJob,
    to: StoredDeployment,
    { promoteFrom, version }: OperationParams,
  ): Promise<number> {
    if (version !== undefined) {
      throw new InputError(
        'params.promoteFrom and params.version: give one of them.',
      );
    }
    const from = await deploymentOf(this.deps.stores.deployments, {
      entityRef: job.entityRef,
      environment: promoteFrom,
    });
    if (from.environment === to.environment) {
      throw new InputError(
        `params.promoteFrom: ${to.environment} is where it would be promoted to.`,
      );
    }
    if (from.deployedVersion !== undefined) return from.deployedVersion;
    throw new ConflictError(
      `${job.entityRef} never ran in ${from.environment}, so there is nothing to promote.`,
    );
  }

  async #refuseUnknown(
    job: StoredJob,
    verb: Verb,
    version: number | undefined,
  ): Promise<void> {
    if (!version) return;
    const target = await this.deps.stores.jobs.version(job.entityRef, version);
    if (!target || !isUnknownDefinition(target.spec)) return;
    throw new ConflictError(
      `${job.entityRef} cannot ${verb}: it was taken on from its engine, and nobody has said yet what it runs. Write a version with spec.type and spec.definition first.`,
    );
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

function decisionOf(
  params: OperationParams,
  lossAccepted: boolean | undefined,
): OperationDecision | undefined {
  const choice = stateChoice(params);
  if (!choice && !lossAccepted) return undefined;
  return { ...(choice && { choice }), ...(lossAccepted && { lossAccepted }) };
}
