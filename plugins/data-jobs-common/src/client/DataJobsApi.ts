import { JobAlerts } from '../JobAlert';
import { DefinitionProblem } from '../DefinitionProblem';
import { EngineStatus } from '../Engine';
import { BulkOperation, BulkPreview, BulkRequest } from '../Bulk';
import { JobDetail, JobInput, JobPage, JobQuery } from '../Job';
import { JobFacets } from '../JobFacets';
import {
  CheckpointStats,
  ExceptionGroup,
  Insight,
  JobException,
  JobLog,
  JobMetric,
  JobPlan,
  LogSource,
} from '../JobInsight';
import { JobVersion } from '../JobVersion';
import { MetricHistory, MetricHistoryQuery } from '../MetricHistory';
import { Operation, OperationParams } from '../Operation';
import { OperationPreview } from '../OperationPreview';
import { JobComparison, ResolvedJob } from '../ResolvedJob';
import { Run } from '../Run';
import { SchedulePreview, ScheduleStatus } from '../Schedule';
import { Snapshot } from '../Snapshot';
import { AdoptInput, UnmanagedJob } from '../UnmanagedJob';
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
  /** Values to filter by, of the jobs that the caller may see. */
  jobFacets(options?: CallOptions): Promise<JobFacets>;
  getJob(entityRef: string, options?: CallOptions): Promise<JobDetail>;
  /** Registers a portal-owned job; with `deploy` also starts it. Refuses a wrong definition, creating nothing. */
  registerJob(
    input: JobInput & { deploy?: boolean },
    options?: CallOptions,
  ): Promise<{ job: JobDetail; operation?: Operation }>;
  /** Writes a new version of a portal-owned job; with `deploy` also deploys it, for the reason that `message` gives. */
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
  /** A job as an environment runs it; `version` defaults to what runs there. */
  getResolvedJob(
    ref: DeploymentRef & { version?: number },
    options?: CallOptions,
  ): Promise<ResolvedJob>;
  /** What differs between two environments, or two versions in one. */
  compareResolvedJobs(
    request: {
      entityRef: string;
      from?: string;
      fromVersion?: number;
      to?: string;
      toVersion?: number;
    },
    options?: CallOptions,
  ): Promise<JobComparison>;
  listVersions(entityRef: string, options?: CallOptions): Promise<JobVersion[]>;
  /** Asks for a verb; answers at once with the operation's record. */
  requestOperation(
    ref: DeploymentRef & {
      verb: Verb;
      params?: OperationParams;
      reason?: string;
      /** The word of `OperationPreview.confirmation`; the page must send it. */
      confirm?: string;
    },
    options?: CallOptions,
  ): Promise<Operation>;
  /** What a verb would do; changes nothing, asks the engine for its opinion. */
  previewOperation(
    ref: DeploymentRef & { verb: Verb; params?: OperationParams },
    options?: CallOptions,
  ): Promise<OperationPreview>;
  listOperations(
    ref: DeploymentRef & { limit?: number },
    options?: CallOptions,
  ): Promise<Operation[]>;
  getOperation(id: string, options?: CallOptions): Promise<Operation>;
  /** Says what a bulk request would do to each job; changes nothing. */
  previewBulk(
    request: BulkRequest,
    options?: CallOptions,
  ): Promise<BulkPreview>;
  /** Asks for a verb on many jobs; answers with what was accepted and what refused. */
  requestBulk(
    request: BulkRequest,
    options?: CallOptions,
  ): Promise<BulkOperation>;
  /** How a bulk request gets on. */
  getBulk(id: string, options?: CallOptions): Promise<BulkOperation>;
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
  /** What was measured over time, also of runs that ended. */
  getMetricHistory(
    ref: DeploymentRef & MetricHistoryQuery,
    options?: CallOptions,
  ): Promise<MetricHistory>;
  /** The end of a log; with `cursor`, what came after the answer that had it. */
  getLog(
    ref: DeploymentRef & { source?: string; cursor?: string },
    options?: CallOptions,
  ): Promise<Insight<JobLog>>;
  listLogSources(
    ref: DeploymentRef,
    options?: CallOptions,
  ): Promise<Insight<LogSource[]>>;
  /** Failures of all runs, the last one first. */
  listExceptionGroups(
    ref: DeploymentRef,
    options?: CallOptions,
  ): Promise<Insight<ExceptionGroup[]>>;
  getPlan(ref: DeploymentRef, options?: CallOptions): Promise<Insight<JobPlan>>;
  /** The schedule of a batch job, its next `count` (default 5) times, and what became of others. 404 when it has none. */
  getSchedule(
    ref: DeploymentRef & { count?: number },
    options?: CallOptions,
  ): Promise<ScheduleStatus>;
  /** What a cron expression means; a wrong one is told in `problem`. */
  previewSchedule(
    schedule: { cron: string; timezone?: string; count?: number },
    options?: CallOptions,
  ): Promise<SchedulePreview>;
  /** What is wrong with a job, and what its owner was told. */
  listAlerts(ref: DeploymentRef, options?: CallOptions): Promise<JobAlerts>;
  /** Lets Git take a portal-owned job over (`toGit` false: no longer); its run goes on. */
  handOverJob(
    entityRef: string,
    toGit: boolean,
    options?: CallOptions,
  ): Promise<JobDetail>;
  /** Jobs that run on engines and are nobody's. */
  listUnmanagedJobs(
    query?: { engine?: string },
    options?: CallOptions,
  ): Promise<UnmanagedJob[]>;
  /** Takes one of them on; it goes on running. */
  adoptJob(input: AdoptInput, options?: CallOptions): Promise<JobDetail>;
  listEngines(options?: CallOptions): Promise<EngineStatus[]>;
  uploadJar(
    file: Blob,
    fileName: string,
    options?: CallOptions,
  ): Promise<StoredJar>;
  listJars(options?: CallOptions): Promise<StoredJar[]>;
}
