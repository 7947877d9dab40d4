import { AuditorService, AuthService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DefinitionProblem,
  JobDetail,
  JobFacets,
  JobInput,
  JobPage,
  JobQuery,
  JobVersion,
  ORIGIN_ANNOTATION,
  Operation,
  Run,
  Snapshot,
  jobCreatePermission,
  jobReadPermission,
  jobUpdatePermission,
  sqlSubmitPermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePublisher } from '../changes/ChangePublisher';
import { keyText } from '../database/DeploymentStore';
import { ListingQuery } from '../database/JobListing';
import { JobDraft, StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { effectiveSpec, environmentsOf } from '../definition/effectiveSpec';
import { jobRef } from '../definition/jobOwner';
import { restorePoint } from '../operations/restorePoint';
import { audited } from './audited';
import { Authorizer } from './Authorizer';
import { Caller, nameOf } from './Caller';
import { CodeGuard } from './CodeGuard';
import { deploymentOf } from './deploymentOf';
import { exportedYaml } from './exportedYaml';
import { JobValidator } from './JobValidator';
import { OperationsService } from './OperationsService';
import { Freshness } from '../observation/Freshness';
import { Ownership } from './Ownership';
import { knownJob, readableJob } from './readableJob';
import { refuseProblems } from './refuseProblems';
import { shownDeployment, shownFacts, shownSummary } from './shownJob';

type Changed = { job: JobDetail; operation?: Operation };

/** Jobs as readers and writers see them: with permissions and audit. */
export class JobsService {
  constructor(
    private readonly deps: {
      stores: Stores;
      authorizer: Authorizer;
      auditor: AuditorService;
      auth: AuthService;
      catalog: CatalogService;
      changes: ChangePublisher;
      freshness: Freshness;
      validator: JobValidator;
      operations: OperationsService;
      code: CodeGuard;
      ownership: Ownership;
    },
  ) {}

  async list(caller: Caller, query: JobQuery): Promise<JobPage> {
    const { stores, authorizer, freshness } = this.deps;
    const visibility = await authorizer.visibility(caller);
    if ('none' in visibility) return { items: [], totalItems: 0 };
    const { mine, ...rest } = query;
    const wanted: ListingQuery = mine
      ? { ...rest, ownedBy: await this.deps.ownership.refsOf(caller) }
      : rest;
    const { items, totalItems } = await stores.listing.page(
      wanted,
      'all' in visibility ? {} : await this.#reader(visibility, wanted),
    );
    const active = await stores.operations.activeOf(
      items.map(item => item.deployment),
    );
    return {
      items: items.map(item =>
        shownSummary(item, freshness, active.get(keyText(item.deployment))),
      ),
      totalItems,
    };
  }

  /** Values to filter by, of the jobs that the caller may see. */
  async facets(caller: Caller): Promise<JobFacets> {
    const { stores, authorizer } = this.deps;
    const visibility = await authorizer.visibility(caller);
    if ('none' in visibility) return stores.listing.facets({ only: [] });
    return stores.listing.facets(
      'all' in visibility ? {} : await this.#reader(visibility, {}),
    );
  }

  async get(caller: Caller, entityRef: string): Promise<JobDetail> {
    return this.#detail(await this.readable(caller, entityRef));
  }

  /** The job, when the caller may see it. */
  async readable(caller: Caller, entityRef: string): Promise<StoredJob> {
    return readableJob(this.deps, caller, entityRef);
  }

  async versions(caller: Caller, entityRef: string): Promise<JobVersion[]> {
    const job = await this.readable(caller, entityRef);
    return this.deps.stores.jobs.versions(job.entityRef);
  }

  async runs(
    caller: Caller,
    ref: { entityRef: string; environment?: string; limit?: number },
  ): Promise<Run[]> {
    const { stores } = this.deps;
    await this.readable(caller, ref.entityRef);
    const deployment = await deploymentOf(stores.deployments, ref);
    return stores.runs.list(deployment, ref.limit ?? 50);
  }

  /** YAML for Git: without the mark of the portal. */
  async exportYaml(caller: Caller, entityRef: string): Promise<string> {
    const job = await this.readable(caller, entityRef);
    return exportedYaml(job);
  }

  /** Lets Git take the job over (or, with false, no longer); its run goes on. */
  async handOver(
    caller: Caller,
    entityRef: string,
    toGit: boolean,
  ): Promise<JobDetail> {
    const { authorizer, auditor, stores, changes } = this.deps;
    const job = await knownJob(stores, entityRef);
    await authorizer.require(caller, jobUpdatePermission, job.entityRef);
    return audited(
      auditor,
      caller,
      'job-hand-over',
      { entityRef: job.entityRef, toGit },
      async () => {
        if (job.origin === 'git') {
          throw new ConflictError(
            `${job.entityRef} is written in Git already: ${
              job.location ?? 'see its catalog file'
            }.`,
          );
        }
        const since = toGit
          ? job.handedOverAt ?? new Date().toISOString()
          : null;
        await stores.jobs.setHandedOver(job.entityRef, since);
        changes.entityChanged(job.entityRef);
        changes.jobChanged(job.entityRef);
        return this.get(caller, job.entityRef);
      },
    );
  }

  async validate(
    caller: Caller,
    input: JobInput,
  ): Promise<DefinitionProblem[]> {
    const { authorizer } = this.deps;
    const ref = jobRef(input.namespace ?? 'default', input.name);
    const known = await this.deps.stores.jobs.get(ref);
    const may =
      (known && (await authorizer.may(caller, jobUpdatePermission, ref))) ||
      (known && (await authorizer.may(caller, jobReadPermission, ref)));
    if (!may) await authorizer.require(caller, jobCreatePermission);
    return this.deps.validator.problems(input, {
      askEngine: await this.#mayAskEngine(caller, input),
    });
  }

  async register(
    caller: Caller,
    input: JobInput & { deploy?: boolean },
  ): Promise<Changed> {
    const { authorizer, auditor, stores, operations, code } = this.deps;
    await authorizer.require(caller, jobCreatePermission);
    const namespace = input.namespace ?? 'default';
    const ref = jobRef(namespace, input.name);
    return audited(
      auditor,
      caller,
      'job-create',
      { entityRef: ref, deploy: Boolean(input.deploy) },
      async () => {
        await code.requireFor(caller, input);
        // A schedule deploys later what a deploy would deploy now.
        const runs = input.deploy || input.spec.schedule !== undefined;
        if (runs && input.spec.type === 'flink-sql') {
          await authorizer.require(caller, sqlSubmitPermission);
        }
        await this.#refuseTaken(ref);
        await this.#refuseWrong(caller, input);
        if (runs) await code.refuseDeniedDeploy(caller);
        const job = await stores.jobs.create(draftOf(caller, input, namespace));
        await this.#written(job);
        let operation: Operation | undefined;
        if (runs) await this.#mayRun(caller, job);
        if (input.deploy) {
          operation = await this.#deployAll(caller, job, operations);
        }
        return { job: await this.#detail(job), operation };
      },
    );
  }

  async update(
    caller: Caller,
    entityRef: string,
    input: Omit<JobInput, 'name' | 'namespace'> & { deploy?: boolean },
  ): Promise<Changed> {
    const { authorizer, auditor, stores, operations, code } = this.deps;
    const before = await knownJob(stores, entityRef);
    await authorizer.require(caller, jobUpdatePermission, before.entityRef);
    return audited(
      auditor,
      caller,
      'job-update',
      { entityRef: before.entityRef, deploy: Boolean(input.deploy) },
      async () => {
        if (before.origin === 'git') {
          throw new ConflictError(
            `${before.entityRef} is written in Git; change it at ${
              before.location ?? 'its catalog file'
            } instead.`,
          );
        }
        const whole = {
          ...input,
          name: before.name,
          namespace: before.namespace,
        };
        await code.requireFor(caller, whole);
        if (input.deploy || input.spec.schedule) {
          await operations.requireVerb(
            caller,
            { entityRef: before.entityRef, type: input.spec.type },
            'deploy',
          );
        }
        await this.#refuseWrong(caller, whole);
        const job = await stores.jobs.update(
          draftOf(caller, whole, before.namespace),
        );
        await this.#written(job);
        const operation = input.deploy
          ? await this.#deployAll(caller, job, operations)
          : undefined;
        return { job: await this.#detail(job), operation };
      },
    );
  }

  // The shorter list of the two: databases limit how many values a query has.
  async #reader(
    visibility: { hidden(refs: string[]): Promise<string[]> },
    query: ListingQuery,
  ): Promise<{ only: string[] } | { except: string[] }> {
    const refs = await this.deps.stores.listing.matchingRefs(query);
    const hidden = new Set(await visibility.hidden(refs));
    return hidden.size * 2 < refs.length
      ? { except: [...hidden] }
      : { only: refs.filter(ref => !hidden.has(ref)) };
  }

  // Every environment that is to run; the answer names the first.
  async #deployAll(
    caller: Caller,
    job: StoredJob,
    operations: OperationsService,
  ): Promise<Operation | undefined> {
    const asked: Operation[] = [];
    for (const environment of environmentsOf(job.spec)) {
      if (effectiveSpec(job.spec, environment).state !== 'running') continue;
      asked.push(
        await operations.request(caller, {
          entityRef: job.entityRef,
          environment,
          verb: 'deploy',
        }),
      );
    }
    return asked[0];
  }

  // Its schedule must not start what its author may not.
  async #mayRun(caller: Caller, job: StoredJob): Promise<void> {
    const { stores, code } = this.deps;
    const { entityRef } = job;
    const hold = async (desiredBy: string | undefined) => {
      for (const one of await stores.deployments.ofJob(entityRef)) {
        await stores.deployments.update(one, { desiredBy });
      }
    };
    if (job.spec.schedule) await hold(nameOf(caller));
    await code.untilKnownToCatalog(caller, entityRef);
    if (job.spec.schedule) await hold(undefined);
  }

  async #written(job: StoredJob): Promise<void> {
    const { stores, changes } = this.deps;
    await stores.deployments.declare(
      job.entityRef,
      environmentsOf(job.spec).map(environment => ({
        environment,
        engine: effectiveSpec(job.spec, environment).engine,
      })),
    );
    changes.entityChanged(job.entityRef);
    changes.jobChanged(job.entityRef);
  }

  async #mayAskEngine(caller: Caller, input: JobInput): Promise<boolean> {
    return (
      input.spec.type !== 'flink-sql' ||
      this.deps.authorizer.may(caller, sqlSubmitPermission)
    );
  }

  async #refuseWrong(caller: Caller, input: JobInput): Promise<void> {
    refuseProblems(
      await this.deps.validator.problems(input, {
        askEngine: await this.#mayAskEngine(caller, input),
      }),
    );
  }

  async #refuseTaken(ref: string): Promise<void> {
    const { stores, catalog, auth } = this.deps;
    if (await stores.jobs.get(ref)) {
      throw new ConflictError(
        `There is already a job ${ref}; choose another name.`,
      );
    }
    const entity = await catalog.getEntityByRef(ref, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (
      entity &&
      entity.metadata.annotations?.[ORIGIN_ANNOTATION] !== 'portal'
    ) {
      throw new ConflictError(
        `There is already an entity ${ref} in the catalog, from ${
          entity.metadata.annotations?.['backstage.io/managed-by-location'] ??
          'elsewhere'
        }; choose another name.`,
      );
    }
  }

  async #detail(job: StoredJob): Promise<JobDetail> {
    const { stores, freshness } = this.deps;
    const deployments = await stores.deployments.ofJob(job.entityRef);
    const active = await stores.operations.activeOf(deployments);
    const points: Record<string, Snapshot | undefined> = {};
    for (const one of deployments) {
      points[one.environment] = await restorePoint(one, stores);
    }
    return {
      ...shownFacts(job),
      spec: job.spec,
      deployments: deployments.map(one =>
        shownDeployment(one, freshness, active.get(keyText(one))),
      ),
      restorePoints: points,
    };
  }
}

function draftOf(caller: Caller, input: JobInput, namespace: string): JobDraft {
  return {
    namespace,
    name: input.name,
    title: input.title,
    description: input.description,
    origin: 'portal',
    spec: input.spec,
    by: nameOf(caller),
    message: input.message,
  };
}
