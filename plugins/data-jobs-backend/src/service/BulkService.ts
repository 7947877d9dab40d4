import { AuditorService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import {
  nameOf,
  notAllowed,
} from '@datalark/backstage-plugin-data-entities-node';
import {
  BULK_LIMIT,
  BulkOperation,
  BulkPreview,
  BulkPreviewItem,
  BulkRequest,
  BulkTarget,
  DEFAULT_ENVIRONMENT,
  jobReadPermission,
  sqlSubmitPermission,
  verbPermissions,
} from '@datalark/backstage-plugin-data-jobs-common';
import { BulkRefusal, StoredBulk } from '../database/BulkStore';
import { DeploymentKey, keyText } from '../database/DeploymentStore';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { restorePointsOf } from '../database/restorePoints';
import { effectiveSpec } from '../definition/effectiveSpec';
import { jobRef } from '../definition/jobOwner';
import { bulkEffect } from '../operations/bulkEffect';
import { OperationPreviewer } from '../operations/OperationPreviewer';
import { audited } from './audited';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { deploymentOf } from './deploymentOf';
import { EnvironmentGuard } from './EnvironmentGuard';
import { JobsService } from './JobsService';
import { OperationsService } from './OperationsService';
import { bulkProgress } from './bulkProgress';
import { knownJob } from './readableJob';

/** Looked at side by side: few enough for a database's pool. */
const AT_ONCE = 6;

type Permits = { refs: Set<string>; sql: boolean };

/** One verb for many jobs: each is authorized, audited and answered by itself. */
export class BulkService {
  constructor(
    private readonly deps: {
      stores: Stores;
      authorizer: Authorizer;
      auditor: AuditorService;
      jobs: Pick<JobsService, 'list'>;
      operations: OperationsService;
      previewer: Pick<OperationPreviewer, 'confirmation'>;
      environments: Pick<EnvironmentGuard, 'require'>;
    },
  ) {}

  /** What would become of each job; changes nothing. */
  async preview(caller: Caller, request: BulkRequest): Promise<BulkPreview> {
    const targets = await this.#targets(caller, request);
    const permits = await this.#permits(caller, request, targets);
    const readable = await this.deps.authorizer.mayEach(
      caller,
      jobReadPermission,
      targets.map(one => one.entityRef),
    );
    const items = await each(targets, async target => {
      const item = await this.#judge(caller, request, target, permits);
      if (readable.has(target.entityRef)) return item;
      const { title, engine, observed, ...rest } = item;
      return rest;
    });
    const accepted = items.filter(one => one.verdict === 'accepted').length;
    return {
      verb: request.verb,
      accepted,
      refused: items.length - accepted,
      items,
    };
  }

  /** Asks for the verb on each; what is refused does not stop the others. */
  async request(caller: Caller, request: BulkRequest): Promise<BulkOperation> {
    const { stores, auditor, operations } = this.deps;
    const targets = await this.#targets(caller, request);
    const permits = await this.#permits(caller, request, targets);
    const bulk = await stores.bulk.create({
      verb: request.verb,
      params: request.params ?? {},
      reason: request.reason,
      requestedBy: nameOf(caller),
      surface: caller.surface,
    });
    const answers = await each(targets, async target => {
      const environment = target.environment ?? DEFAULT_ENVIRONMENT;
      const meta = {
        actionType: request.verb,
        entityRef: target.entityRef,
        environment,
        bulkId: bulk.id,
      };
      try {
        await audited(auditor, caller, 'operation-request', meta, async () => {
          const job = await this.#permitted(caller, request, target, permits);
          const lossAccepted = await this.#requireAcceptance(
            job,
            target,
            request,
          );
          await operations.requireEnvironment(caller, job, {
            verb: request.verb,
            environment: target.environment,
          });
          await operations.create(
            job,
            { ...target, ...oneOf(request) },
            nameOf(caller),
            caller.surface,
            { bulkId: bulk.id, lossAccepted },
          );
        });
        return undefined;
      } catch (error) {
        const refusal = toError(error).message;
        return { entityRef: target.entityRef, environment, refusal };
      }
    });
    bulk.refusals = answers.filter((one): one is BulkRefusal => Boolean(one));
    await stores.bulk.refuse(bulk.id, bulk.refusals);
    return this.#progress(bulk);
  }

  /** How a bulk request gets on, as far as the caller may see its jobs. */
  async get(caller: Caller, id: string): Promise<BulkOperation> {
    const { stores, authorizer } = this.deps;
    const bulk = await stores.bulk.get(id);
    if (!bulk) throw new NotFoundError(`There is no bulk request ${id}.`);
    const whole = await this.#progress(bulk);
    if (bulk.requestedBy === nameOf(caller)) return whole;
    const readable = await authorizer.mayEach(
      caller,
      jobReadPermission,
      whole.items.map(one => one.entityRef),
    );
    if (!readable.size) {
      throw new NotAllowedError(
        `The permission ${jobReadPermission.name} on one of its jobs is needed to see the bulk request ${id}.`,
      );
    }
    return this.#progress(bulk, readable);
  }

  async #progress(bulk: StoredBulk, readable?: Set<string>) {
    const operations = await this.deps.stores.operations.ofBulk(bulk.id);
    return bulkProgress(bulk, operations, readable);
  }

  async #targets(caller: Caller, request: BulkRequest): Promise<BulkTarget[]> {
    const { targets, query } = request;
    if (Boolean(targets) === Boolean(query)) {
      throw new InputError(
        'Name the jobs with either targets or query, not both.',
      );
    }
    if (targets) return distinct(targets);
    const { items, totalItems } = await this.deps.jobs.list(caller, {
      ...query,
      limit: BULK_LIMIT,
    });
    if (totalItems > BULK_LIMIT) {
      throw new InputError(
        `query: ${totalItems} jobs match, and at most ${BULK_LIMIT} are changed at a time; narrow it.`,
      );
    }
    return items.map(({ entityRef, deployment }) => ({
      entityRef,
      environment: deployment.environment,
    }));
  }

  async #permits(
    caller: Caller,
    { verb }: BulkRequest,
    targets: BulkTarget[],
  ): Promise<Permits> {
    const { authorizer } = this.deps;
    return {
      refs: await authorizer.mayEach(
        caller,
        verbPermissions[verb],
        targets.map(one => one.entityRef),
      ),
      sql:
        verb !== 'deploy' ||
        (await authorizer.may(caller, sqlSubmitPermission)),
    };
  }

  async #permitted(
    caller: Caller,
    { verb }: BulkRequest,
    { entityRef, environment }: BulkTarget,
    permits: Permits,
  ): Promise<StoredJob> {
    if (!permits.refs.has(entityRef)) {
      throw notAllowed(verbPermissions[verb], entityRef);
    }
    const job = await knownJob(this.deps.stores, entityRef);
    if (job.type === 'flink-sql' && !permits.sql) {
      throw notAllowed(sqlSubmitPermission);
    }
    const deployment = await deploymentOf(this.deps.stores.deployments, {
      entityRef,
      environment,
    });
    await this.deps.environments.require(caller, entityRef, [
      deployment.environment,
    ]);
    return job;
  }

  /** What would be lost, unless nothing; asks no engine. */
  async #requireAcceptance(
    job: StoredJob,
    target: BulkTarget,
    request: BulkRequest,
  ): Promise<boolean | undefined> {
    const { operations, previewer } = this.deps;
    const { verb, params = {}, acceptStateLoss } = request;
    const checked = await operations.check(job, {
      ...target,
      ...oneOf(request),
    });
    const needed = await previewer.confirmation({
      job,
      verb,
      params,
      ...checked,
    });
    if (!needed) return undefined;
    if (acceptStateLoss) return true;
    throw new InputError(
      `${needed.because} Repeat with acceptStateLoss: true when that is meant.`,
    );
  }

  async #judge(
    caller: Caller,
    request: BulkRequest,
    target: BulkTarget,
    permits: Permits,
  ): Promise<BulkPreviewItem> {
    const { stores, operations, previewer } = this.deps;
    const { verb, params = {} } = request;
    const item: BulkPreviewItem = {
      entityRef: target.entityRef,
      environment: target.environment ?? DEFAULT_ENVIRONMENT,
      verdict: 'refused',
    };
    try {
      const known = await stores.jobs.get(target.entityRef);
      item.title = known && (known.title ?? known.name);
      const job = await this.#permitted(caller, request, target, permits);
      const { deployment, version } = await operations.check(job, {
        ...target,
        ...oneOf(request),
      });
      item.environment = deployment.environment;
      item.engine = deployment.engine;
      item.observed = deployment.observation.state;
      await this.#refuseBusy(deployment);
      const points = await restorePointsOf(
        stores.knex,
        deployment.runId ? [deployment.runId] : [],
      );
      const point = deployment.runId && points.get(deployment.runId);
      if (verb === 'resume' && !point) {
        throw new ConflictError(
          'No snapshot of the last run is known, so there is nothing to resume from: deploy it, or restore from a location.',
        );
      }
      const next = version
        ? await stores.jobs.version(job.entityRef, version)
        : undefined;
      item.effect = bulkEffect(verb, params, {
        deployment,
        spec: next && effectiveSpec(next.spec, deployment.environment),
        hasRestorePoint: Boolean(point),
      });
      const loss = await previewer.confirmation({
        job,
        verb,
        params,
        deployment,
        version,
      });
      if (loss) item.losesState = loss.because;
      if (point && item.effect.endsWith('From')) item.restorePoint = point;
      item.versionBefore = deployment.deployedVersion;
      item.versionAfter = version;
      item.verdict = 'accepted';
    } catch (error) {
      item.reason = toError(error).message;
    }
    return item;
  }

  async #refuseBusy(key: DeploymentKey) {
    const active = await this.deps.stores.operations.active(key);
    if (!active) return;
    throw new ConflictError(
      `The operation ${active.verb} (${active.id}) is still under way; wait for its end.`,
    );
  }
}

function oneOf({ verb, params, reason }: BulkRequest) {
  return { verb, params, reason };
}

function distinct(targets: BulkTarget[]): BulkTarget[] {
  const found = new Map<string, BulkTarget>();
  for (const { entityRef, environment } of targets) {
    const { namespace, name } = parseEntityRef(entityRef, {
      defaultKind: 'DataJob',
      defaultNamespace: 'default',
    });
    const ref = jobRef(namespace, name);
    const key = {
      entityRef: ref,
      environment: environment ?? DEFAULT_ENVIRONMENT,
    };
    found.set(keyText(key), { entityRef: ref, environment });
  }
  return [...found.values()];
}

async function each<T, R>(list: T[], act: (one: T) => Promise<R>) {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      results[index] = await act(list[index]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
