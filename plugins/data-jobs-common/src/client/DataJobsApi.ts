import { DefinitionProblem } from '../DefinitionProblem';
import { EngineStatus } from '../Engine';
import { JobDetail, JobInput, JobPage, JobQuery } from '../Job';
import {
  CheckpointStats,
  Insight,
  JobException,
  JobLog,
  JobMetric,
  JobPlan,
} from '../JobInsight';
import { JobVersion } from '../JobVersion';
import { Operation, OperationParams } from '../Operation';
import { Run } from '../Run';
import { Snapshot } from '../Snapshot';
import { Verb } from '../Verb';

/** Which deployment: an entity ref, and the environment (default `default`). @public */
export type DeploymentRef = { entityRef: string; environment?: string };

/** Options of every call. @public */
export type CallOptions = { signal?: AbortSignal; token?: string };

/** A jar in the portal's store; `ref` goes into `definition.jar`. @public */
export type StoredJar = {
  ref: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  uploadedAt: string;
  uploadedBy: string;
};

/**
 * The REST interface of data-jobs, see its OpenAPI document at
 * `/api/data-jobs/openapi.json`. Every call rejects with a `ResponseError` of
 * `@backstage/errors` when the server refuses.
 *
 * @public
 */
export interface DataJobsApi {
  listJobs(query: JobQuery, options?: CallOptions): Promise<JobPage>;
  getJob(entityRef: string, options?: CallOptions): Promise<JobDetail>;
  /** Registers a portal-owned job; with `deploy` also starts it. Refuses a wrong definition, creating nothing. */
  registerJob(
    input: JobInput & { deploy?: boolean },
    options?: CallOptions,
  ): Promise<{ job: JobDetail; operation?: Operation }>;
  /** Writes a new version of a portal-owned job; with `deploy` also deploys it. */
  updateJob(
    entityRef: string,
    input: Omit<JobInput, 'name' | 'namespace'> & { deploy?: boolean },
    options?: CallOptions,
  ): Promise<{ job: JobDetail; operation?: Operation }>;
  /** Checks a job without creating anything. */
  validateJob(
    input: JobInput,
    options?: CallOptions,
  ): Promise<{ problems: DefinitionProblem[] }>;
  /** The job as catalog YAML, for Git. */
  exportJob(entityRef: string, options?: CallOptions): Promise<string>;
  listVersions(entityRef: string, options?: CallOptions): Promise<JobVersion[]>;
  /** Asks for a verb; answers at once with the operation's record. */
  requestOperation(
    ref: DeploymentRef & {
      verb: Verb;
      params?: OperationParams;
      reason?: string;
    },
    options?: CallOptions,
  ): Promise<Operation>;
  listOperations(
    ref: DeploymentRef & { limit?: number },
    options?: CallOptions,
  ): Promise<Operation[]>;
  getOperation(id: string, options?: CallOptions): Promise<Operation>;
  listRuns(
    ref: DeploymentRef & { limit?: number },
    options?: CallOptions,
  ): Promise<Run[]>;
  listSnapshots(
    ref: DeploymentRef,
    options?: CallOptions,
  ): Promise<Insight<Snapshot[]>>;
  getExceptions(
    ref: DeploymentRef,
    options?: CallOptions,
  ): Promise<Insight<JobException[]>>;
  getCheckpointStats(
    ref: DeploymentRef,
    options?: CallOptions,
  ): Promise<Insight<CheckpointStats>>;
  getMetrics(
    ref: DeploymentRef,
    options?: CallOptions,
  ): Promise<Insight<JobMetric[]>>;
  getLog(ref: DeploymentRef, options?: CallOptions): Promise<Insight<JobLog>>;
  getPlan(ref: DeploymentRef, options?: CallOptions): Promise<Insight<JobPlan>>;
  listEngines(options?: CallOptions): Promise<EngineStatus[]>;
  uploadJar(
    file: Blob,
    fileName: string,
    options?: CallOptions,
  ): Promise<StoredJar>;
  listJars(options?: CallOptions): Promise<StoredJar[]>;
}
