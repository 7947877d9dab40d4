import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import {
  JobComparison,
  JobSpec,
  ResolvedJob,
  compareResolved,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredJob } from '../database/JobStore';
import { Stores } from '../database/Stores';
import { effectiveSpec, environmentsOf } from '../definition/effectiveSpec';
import { portalVariables } from '../definition/portalVariables';
import { resolvedValues, shownDefinition } from '../definition/resolveJob';
import { EngineRegistry } from '../engines/EngineRegistry';
import { Redactor } from '../secrets/Redactor';
import { SecretResolver } from '../secrets/SecretResolver';
import { Caller } from './Caller';
import { JobsService } from './JobsService';

/** A page does not wait longer for an engine's settings. */
const ENGINE_MS = 5_000;

/** Which job is meant: an environment, and a version (default: what runs there). */
export type ResolutionRequest = { environment?: string; version?: number };

/** Shows jobs as environments run them, and what differs between two. */
export class ResolutionService {
  constructor(
    private readonly deps: {
      stores: Stores;
      jobs: Pick<JobsService, 'readable'>;
      engines: EngineRegistry;
      secrets: SecretResolver;
      redactor: Redactor;
      config: Config;
    },
  ) {}

  /** One version in one environment, with where each value comes from. */
  async resolve(
    caller: Caller,
    entityRef: string,
    request: ResolutionRequest,
  ): Promise<ResolvedJob> {
    const job = await this.deps.jobs.readable(caller, entityRef);
    return this.#resolve(job, request, true);
  }

  /** Two of them side by side. */
  async compare(
    caller: Caller,
    entityRef: string,
    from: ResolutionRequest,
    to: ResolutionRequest,
  ): Promise<JobComparison> {
    const job = await this.deps.jobs.readable(caller, entityRef);
    return compareResolved(
      await this.#resolve(job, from, false),
      await this.#resolve(job, to, false),
    );
  }

  async #resolve(
    job: StoredJob,
    request: ResolutionRequest,
    asksEngine: boolean,
  ): Promise<ResolvedJob> {
    const { stores, secrets, redactor, config } = this.deps;
    const deployments = await stores.deployments.ofJob(job.entityRef);
    const names = environmentsOf(job.spec);
    const environment = request.environment ?? names[0];
    const deployment = deployments.find(one => one.environment === environment);
    if (!deployment && !names.includes(environment)) {
      throw new NotFoundError(
        `${
          job.entityRef
        } has no environment "${environment}"; it has ${names.join(', ')}.`,
      );
    }
    const version =
      request.version ?? deployment?.deployedVersion ?? job.latestVersion;
    const found = await stores.jobs.version(job.entityRef, version);
    if (!found) {
      throw new NotFoundError(
        `${job.entityRef} has no version ${version}; its newest is ${job.latestVersion}.`,
      );
    }
    const variables = portalVariables(config);
    const shown = shownDefinition(found.spec, environment, variables);
    const engine = asksEngine
      ? await this.#engineSettings(found.spec, environment)
      : {};
    return redactor.value({
      entityRef: job.entityRef,
      environment,
      version,
      values: resolvedValues(found.spec, environment, {
        variables,
        engine: engine.settings ?? {},
      }),
      secrets: shown.secrets.map(name => {
        const { status } = secrets.resolve(name, job);
        return { name, state: status === 'ok' ? 'known' : status };
      }),
      definition: shown.definition,
      problems: shown.problems,
      ...(engine.problem && { engineUnknown: engine.problem }),
    });
  }

  async #engineSettings(
    spec: JobSpec,
    environment: string,
  ): Promise<{ settings?: Record<string, string>; problem?: string }> {
    const name = effectiveSpec(spec, environment).engine;
    const engine = this.deps.engines.find(name);
    if (!engine) return { problem: `There is no engine "${name}".` };
    if (!engine.settings) return {};
    try {
      const signal = AbortSignal.timeout(ENGINE_MS);
      return { settings: await engine.settings({ signal }) };
    } catch (error) {
      return {
        problem: `Engine ${name} did not tell its settings: ${this.deps.redactor.message(
          error,
        )}`,
      };
    }
  }
}
