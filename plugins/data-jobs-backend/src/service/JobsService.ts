import { ConflictError } from '@backstage/errors';
import {
  DefinitionProblem,
  JobDetail,
  JobFacets,
  JobInput,
  JobPage,
  JobQuery,
  JobVersion,
  Operation,
  Run,
  Snapshot,
  TERMINAL_STATES,
  jobUpdatePermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredDeployment, keyText } from '../database/DeploymentStore';
import { ListingQuery } from '../database/JobListing';
import { StoredJob } from '../database/JobStore';
import { restorePoint } from '../operations/restorePoint';
import { audited } from './audited';
import { Caller } from './Caller';
import { deploymentOf } from './deploymentOf';
import { exportedYaml } from './exportedYaml';
import { JobWriter, JobWriterDeps } from './JobWriter';
import { Freshness } from '../observation/Freshness';
import { Ownership } from './Ownership';
import { knownJob, readableJob } from './readableJob';
import { shownDeployment, shownFacts, shownSummary } from './shownJob';

type ChangedJob = { job: JobDetail; operation?: Operation };

/** Jobs as readers and writers see them: with permissions and audit. */
export class JobsService {
  readonly #writer: JobWriter;

  constructor(
    private readonly deps: JobWriterDeps & {
      freshness: Freshness;
      ownership: Ownership;
    },
  ) {
    this.#writer = new JobWriter(deps);
  }

  async list(caller: Caller, query: JobQuery): Promise<JobPage> {
    const { stores, authorizer } = this.deps;
    const freshness = this.deps.freshness.frozen();
    const visibility = await authorizer.visibility(caller);
    if ('none' in visibility) return { items: [], totalItems: 0 };
    const { mine, ...rest } = query;
    const wanted: ListingQuery = {
      ...rest,
      stale: freshness.staleness(),
      ...(mine && { ownedBy: await this.deps.ownership.refsOf(caller) }),
    };
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
    const runs = await stores.runs.list(deployment, ref.limit ?? 50);
    return Promise.all(runs.map(run => this.#counted(run, deployment)));
  }

  // Engines that do not count in their overviews do when they are measured.
  async #counted(run: Run, deployment: StoredDeployment): Promise<Run> {
    const isOver = TERMINAL_STATES.includes(run.state);
    if (run.records || isOver || run.id !== deployment.runId) return run;
    const sample = await this.deps.stores.metrics.newest(deployment);
    if (sample?.runId !== run.id) return run;
    const { recordsRead: read, recordsWritten: written } = sample.values;
    return read === undefined && written === undefined
      ? run
      : { ...run, records: { read, written } };
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
    const job = await knownJob(this.deps.stores, entityRef);
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
    return this.#writer.validate(caller, input);
  }

  async register(
    caller: Caller,
    input: JobInput & { deploy?: boolean },
  ): Promise<ChangedJob> {
    const { job, operation } = await this.#writer.register(caller, input);
    return { job: await this.#detail(job), operation };
  }

  async update(
    caller: Caller,
    entityRef: string,
    input: Omit<JobInput, 'name' | 'namespace'> & { deploy?: boolean },
  ): Promise<ChangedJob> {
    const before = await knownJob(this.deps.stores, entityRef);
    const { job, operation } = await this.#writer.update(caller, before, input);
    return { job: await this.#detail(job), operation };
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
