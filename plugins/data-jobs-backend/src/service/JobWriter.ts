import { AuditorService, AuthService } from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { nameOf } from '@datalark/backstage-plugin-data-entities-node';
import {
  DefinitionProblem,
  JobInput,
  ORIGIN_ANNOTATION,
  Operation,
  jobCreatePermission,
  jobReadPermission,
  jobUpdatePermission,
  sqlSubmitPermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { ChangePublisher } from '../changes/ChangePublisher';
import { JobDraft, StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { effectiveSpec, environmentsOf } from '../definition/effectiveSpec';
import { jobRef } from '../definition/jobOwner';
import { audited } from './audited';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';
import { CodeGuard } from './CodeGuard';
import { JobValidator } from './JobValidator';
import { OperationsService } from './OperationsService';
import { refuseProblems } from './refuseProblems';

/** What writing jobs needs. */
export type JobWriterDeps = {
  stores: Stores;
  authorizer: Authorizer;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  changes: ChangePublisher;
  validator: JobValidator;
  operations: OperationsService;
  code: CodeGuard;
};

type WrittenJob = { job: StoredJob; operation?: Operation };

/** Writes jobs down, and deploys them when that is asked for. */
export class JobWriter {
  constructor(private readonly deps: JobWriterDeps) {}

  /** What is wrong with a job; for whoever may see or write it. */
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

  /** A new job, deployed if that is asked for: both, or neither. */
  async register(
    caller: Caller,
    input: JobInput & { deploy?: boolean },
  ): Promise<WrittenJob> {
    const { authorizer, auditor, stores, code } = this.deps;
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
        try {
          await this.#written(job);
          if (runs) await this.#mayRun(caller, job);
          const operation = input.deploy
            ? await this.#deployAll(caller, job)
            : undefined;
          return { job, operation };
        } catch (error) {
          return await this.#takeBack(job, toError(error));
        }
      },
    );
  }

  /** Two steps, each with its own audit event: a version that cannot be deployed stays. */
  async update(
    caller: Caller,
    before: StoredJob,
    input: Omit<JobInput, 'name' | 'namespace'> & { deploy?: boolean },
  ): Promise<WrittenJob> {
    const { authorizer, auditor, stores, operations, code } = this.deps;
    await authorizer.require(caller, jobUpdatePermission, before.entityRef);
    const job = await audited(
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
        const after = await stores.jobs.update(
          draftOf(caller, whole, before.namespace),
        );
        await this.#written(after);
        return after;
      },
    );
    if (!input.deploy) return { job };
    try {
      return {
        job,
        operation: await this.#deployAll(caller, job, input.message),
      };
    } catch (error) {
      throw adding(
        toError(error),
        message =>
          `Version ${job.latestVersion} of ${job.entityRef} is written, but was not deployed: ${message}`,
      );
    }
  }

  /** A job that cannot be deployed is not registered either, so that it can be tried again. */
  async #takeBack(job: StoredJob, error: Error): Promise<never> {
    const { stores, changes } = this.deps;
    const { entityRef } = job;
    const isGone = await stores.jobs.forgetUnused(entityRef).catch(() => false);
    if (isGone) {
      changes.entityChanged(entityRef);
      changes.jobChanged(entityRef);
      throw adding(error, message => `${message} Nothing was registered.`);
    }
    throw adding(
      error,
      message =>
        `${entityRef} is registered, but was not deployed everywhere: ${message} Deploy it on its page, or delete it.`,
    );
  }

  // Every environment that is to run; the answer names the first.
  async #deployAll(
    caller: Caller,
    job: StoredJob,
    reason?: string,
  ): Promise<Operation | undefined> {
    const { operations } = this.deps;
    const requests = environmentsOf(job.spec)
      .filter(name => effectiveSpec(job.spec, name).state === 'running')
      .map(environment => ({
        entityRef: job.entityRef,
        environment,
        verb: 'deploy' as const,
        ...(reason && { reason }),
      }));
    // All or none: what is refused in one is not begun in another.
    for (const request of requests) await operations.allow(caller, request);
    const asked: Operation[] = [];
    for (const request of requests) {
      asked.push(await operations.request(caller, request));
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

// Its kind decides what the caller is answered: that stays.
function adding(error: Error, words: (message: string) => string): Error {
  error.message = words(error.message);
  return error;
}
