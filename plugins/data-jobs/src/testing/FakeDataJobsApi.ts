import {
  BulkRequest,
  AdoptInput,
  CheckpointStats,
  DataJobsApi,
  DefinitionProblem,
  DeploymentRef,
  EngineStatus,
  ExceptionGroup,
  Insight,
  JobAlerts,
  JobDetail,
  JobException,
  JobLog,
  JobMetric,
  JobPlan,
  JobSummary,
  JobVersion,
  LogSource,
  MetricHistory,
  Operation,
  OperationPreview,
  Run,
  SchedulePreview,
  ScheduleStatus,
  Snapshot,
  StoredJar,
  UnmanagedJob,
  compareResolved,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  engine,
  jobDetail,
  jobVersion,
  operation,
  run,
  snapshot,
} from './jobFixtures';
import { FakeBulk } from './FakeBulk';
import { operationPreview } from './operationPreview';
import { resolvedJob } from './resolvedJob';
import { facetsOf, queryJobs } from './queryJobs';

const ok = <T>(value: T): Insight<T> => ({
  status: 'ok',
  value,
  observedAt: new Date().toISOString(),
});

/**
 * A data-jobs back end in memory. Tests and the dev app set its fields; an
 * operation that is asked for stays under way until {@link endOperation}.
 */
export class FakeDataJobsApi implements DataJobsApi {
  jobs: JobDetail[] = [jobDetail()];
  versions: JobVersion[] = [jobVersion(1), jobVersion(2)];
  operations: Operation[] = [operation()];
  runs: Run[] = [run()];
  engines: EngineStatus[] = [engine()];
  snapshots: Insight<Snapshot[]> = ok([snapshot()]);
  exceptions: Insight<JobException[]> = ok<JobException[]>([]);
  checkpoints: Insight<CheckpointStats> = ok({
    completed: 12,
    failed: 0,
    inProgress: 0,
  });
  metrics: Insight<JobMetric[]> = ok<JobMetric[]>([]);
  exceptionGroups: Insight<ExceptionGroup[]> = ok<ExceptionGroup[]>([]);
  logSources: Insight<LogSource[]> = ok<LogSource[]>([
    { id: 'job', kind: 'job', name: 'JobManager', filtered: true },
  ]);
  /** Every part of a log that was asked for. */
  readonly logRequests: Array<Parameters<DataJobsApi['getLog']>[0]> = [];
  metricHistory: MetricHistory = {
    from: new Date(0).toISOString(),
    to: new Date(0).toISOString(),
    stepMs: 30_000,
    times: [],
    series: [],
    marks: [],
  };
  log: Insight<JobLog> = ok({
    source: 'jobmanager',
    text: '',
    truncated: false,
  });
  plan: Insight<JobPlan> = ok<JobPlan>({ nodes: [], edges: [] });
  problems: DefinitionProblem[] = [];
  /** What every verb that is asked for is refused with. */
  refusal: Error | undefined;
  /** Bulk requests. */
  readonly bulk = new FakeBulk(this);
  /** Every verb that was asked for. */
  readonly requests: Array<Parameters<DataJobsApi['requestOperation']>[0]> = [];
  /** Every list that was asked for. */
  readonly queries: Array<Parameters<DataJobsApi['listJobs']>[0]> = [];
  /** Every change of a definition. */
  readonly updates: Array<Parameters<DataJobsApi['updateJob']>[1]> = [];

  async listJobs(query: Parameters<DataJobsApi['listJobs']>[0]) {
    this.queries.push(query);
    const summaries: JobSummary[] = this.jobs.flatMap(
      ({ spec, deployments, restorePoints, ...job }) =>
        deployments.map(deployment => ({
          ...job,
          restorePoint: restorePoints[deployment.environment],
          deployment,
        })),
    );
    return queryJobs(summaries, query);
  }

  jobFacets = async () => facetsOf(this.jobs);
  previewBulk = (request: BulkRequest) => this.bulk.preview(request);
  requestBulk = (request: BulkRequest) => this.bulk.request(request);
  getBulk = (id: string) => this.bulk.get(id);

  async getJob(entityRef: string) {
    const job = this.jobs.find(one => one.entityRef === entityRef);
    if (!job) {
      throw Object.assign(new Error(`No job ${entityRef}`), {
        statusCode: 404,
      });
    }
    return job;
  }

  async registerJob(): ReturnType<DataJobsApi['registerJob']> {
    return { job: this.jobs[0] };
  }

  async updateJob(
    entityRef: string,
    input: Parameters<DataJobsApi['updateJob']>[1],
  ) {
    this.updates.push(input);
    const job = await this.getJob(entityRef);
    const version = job.latestVersion + 1;
    const changed = { ...job, latestVersion: version, spec: input.spec };
    this.jobs = this.jobs.map(one => (one === job ? changed : one));
    this.versions = [
      ...this.versions,
      {
        version,
        spec: input.spec,
        message: input.message,
        createdAt: new Date().toISOString(),
        createdBy: 'user:default/guest',
      },
    ];
    return { job: changed };
  }

  async validateJob() {
    return { problems: this.problems };
  }

  async exportJob(entityRef: string) {
    return `apiVersion: datalark.io/v1alpha1\nkind: DataJob\n# ${entityRef}\n`;
  }

  async listVersions() {
    return this.versions;
  }

  async requestOperation(
    request: Parameters<DataJobsApi['requestOperation']>[0],
  ) {
    this.requests.push(request);
    if (this.refusal) throw this.refusal;
    const started = new Date().toISOString();
    const created = operation({
      id: `op-${this.operations.length + 1}`,
      entityRef: request.entityRef,
      environment: request.environment ?? 'default',
      verb: request.verb,
      params: request.params ?? {},
      reason: request.reason,
      state: 'running',
      steps: [{ name: 'Ask the engine', state: 'running', startedAt: started }],
      createdAt: started,
      startedAt: started,
      endedAt: undefined,
    });
    this.operations = [created, ...this.operations];
    return created;
  }

  /** Laid over what every preview says. */
  preview: Partial<OperationPreview> = {};

  previewOperation = async (
    request: Parameters<DataJobsApi['previewOperation']>[0],
  ) => operationPreview(this.jobs[0], request, this.preview);

  getResolvedJob = async (
    request: Parameters<DataJobsApi['getResolvedJob']>[0],
  ) => resolvedJob(this.jobs[0], request);

  compareResolvedJobs = async (
    request: Parameters<DataJobsApi['compareResolvedJobs']>[0],
  ) =>
    compareResolved(
      resolvedJob(this.jobs[0], {
        environment: request.from,
        version: request.fromVersion,
      }),
      resolvedJob(this.jobs[0], {
        environment: request.to,
        version: request.toVersion,
      }),
    );

  /** Ends an operation; by default it succeeds. */
  endOperation(id: string, end: Partial<Operation> = {}) {
    const endedAt = new Date().toISOString();
    this.operations = this.operations.map(one =>
      one.id === id
        ? {
            ...one,
            state: 'succeeded',
            steps: one.steps.map(step => ({
              ...step,
              state: 'succeeded' as const,
              endedAt,
            })),
            endedAt,
            ...end,
          }
        : one,
    );
  }

  async listOperations(_ref: DeploymentRef) {
    return this.operations;
  }

  async getOperation(id: string) {
    const found = this.operations.find(one => one.id === id);
    if (!found) throw new Error(`No operation ${id}`);
    return found;
  }

  listRuns = async () => this.runs;
  listSnapshots = async () => this.snapshots;
  getExceptions = async () => this.exceptions;
  getCheckpointStats = async () => this.checkpoints;
  getMetrics = async () => this.metrics;
  getMetricHistory = async () => this.metricHistory;
  getLog = async (ref: Parameters<DataJobsApi['getLog']>[0]) => {
    this.logRequests.push(ref);
    return this.log;
  };
  listLogSources = async () => this.logSources;
  listExceptionGroups = async () => this.exceptionGroups;
  getPlan = async () => this.plan;
  alerts: JobAlerts = { items: [], notices: [] };
  listAlerts = async () => this.alerts;
  listEngines = async () => this.engines;

  async handOverJob(entityRef: string, toGit: boolean) {
    const job = await this.getJob(entityRef);
    const handedOverAt = toGit ? new Date().toISOString() : undefined;
    const changed = { ...job, handedOverAt };
    this.jobs = this.jobs.map(one => (one === job ? changed : one));
    return changed;
  }

  unmanaged: UnmanagedJob[] = [];
  /** Every job that was taken on. */
  readonly adopted: AdoptInput[] = [];
  listUnmanagedJobs = async () => this.unmanaged;
  async adoptJob(input: AdoptInput) {
    if (this.refusal) throw this.refusal;
    this.adopted.push(input);
    this.unmanaged = this.unmanaged.filter(
      one => one.engineJobId !== input.engineJobId,
    );
    return this.jobs[0];
  }

  /** Absent: the job has none. */
  schedule: ScheduleStatus | undefined;
  schedulePreview: SchedulePreview = { timezone: 'UTC', next: [] };
  async getSchedule() {
    if (this.schedule) return this.schedule;
    throw Object.assign(new Error('No schedule'), { statusCode: 404 });
  }
  previewSchedule = async () => this.schedulePreview;

  listJars = async (): Promise<StoredJar[]> => [];

  async uploadJar(file: Blob, fileName: string): Promise<StoredJar> {
    return {
      ref: `jar:${fileName}`,
      fileName,
      sizeBytes: file.size,
      sha256: '',
      uploadedAt: new Date().toISOString(),
      uploadedBy: 'user:default/guest',
    };
  }
}
