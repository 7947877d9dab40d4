import { randomBytes } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CheckpointStats,
  DefinitionProblem,
  EngineCapabilities,
  JobException,
  JobLog,
  JobMetric,
  JobPlan,
  MetricSample,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  EngineObservation,
  JobEngine,
  JobSubmission,
  ObservedJob,
  pollObservations,
  RequestProgress,
  ResolvedDefinition,
  RestorePoint,
  VerbRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { JobAnswer } from './answers/JobAnswer';
import { readException } from './answers/jobError';
import { readMetrics, readSample } from './answers/jobMetrics';
import { readPlan } from './answers/jobPlan';
import { isLive, requireClear } from './answers/jobState';
import { serverTime } from './answers/serverTime';
import { readDefinition } from './definition/readDefinition';
import { ZetaHttp } from './http/ZetaHttp';
import { causeInLog } from './logs/causeInLog';
import { LogDirectory } from './logs/LogDirectory';
import { JobWatch } from './observe/JobWatch';
import { observedJob } from './observe/observedJob';
import { connect, ZetaConnection } from './protocol/connect';
import { SavepointStops } from './savepoint/SavepointStops';
import { KeyedQueue } from './submit/KeyedQueue';
import { compareSeaTunnelJobs } from './state/compareSeaTunnelJobs';
import { submitJob } from './submit/submitJob';
import { ZetaEngineOptions } from './ZetaEngineOptions';

const SERVER_LOG_BYTES = 256 * 1024;

/** A SeaTunnel Zeta cluster, through either of its REST interfaces. */
export class ZetaEngine implements JobEngine {
  readonly type = 'seatunnel-zeta';
  readonly name: string;
  readonly title?: string;
  readonly webUrl?: string;

  readonly #options: ZetaEngineOptions;
  readonly #logger: LoggerService;
  readonly #http: ZetaHttp;
  readonly #logs?: LogDirectory;
  readonly #stops = new SavepointStops();
  readonly #submissions = new KeyedQueue();
  #connection?: ZetaConnection;
  #lastProtocol?: 'v1' | 'v2';

  constructor(options: ZetaEngineOptions, logger: LoggerService) {
    this.#options = options;
    this.#logger = logger;
    this.name = options.name;
    this.title = options.title;
    this.webUrl = options.webUrl;
    this.#http = new ZetaHttp(options.url, { basicAuth: options.basicAuth });
    if (options.logDirectory) {
      this.#logs = new LogDirectory(options.logDirectory);
    }
  }

  get capabilities(): EngineCapabilities {
    return {
      jobTypes: ['seatunnel'],
      verbs: [
        'deploy',
        'stop',
        'suspend',
        'resume',
        'restart',
        'restore',
        'rollback',
        'delete',
      ],
      liveSavepoints: false,
      restoreFromLocation: false,
      jars: false,
      exceptions: true,
      checkpoints: false,
      plan: true,
      metrics: true,
      logs: this.#logs !== undefined || this.#protocolName === 'v2',
    };
  }

  async validate(
    definition: ResolvedDefinition,
    _call: EngineCall,
  ): Promise<DefinitionProblem[]> {
    return readDefinition(definition, this.#version).problems;
  }

  async compareDefinitions(
    before: ResolvedDefinition,
    after: ResolvedDefinition,
  ) {
    return compareSeaTunnelJobs(before, after);
  }

  /** A positive number of 63 bits as text; a restored job keeps its id. */
  allocateJobId(restore?: RestorePoint): string {
    if (restore) return restore.engineJobId;
    const id = BigInt.asUintN(63, randomBytes(8).readBigUInt64BE());
    return id > 0n ? id.toString() : this.allocateJobId();
  }

  async submit(submission: JobSubmission, call: EngineCall): Promise<void> {
    const { signal } = call;
    await this.#submissions.run(submission.engineJobId, async () => {
      const connection = await this.#connect(signal);
      await submitJob(submission, {
        connection,
        signal,
        logger: this.#logger,
        logCause: since => this.#causeSince(since),
      });
    });
  }

  async cancel(engineJobId: string, { signal }: EngineCall): Promise<void> {
    const { protocol } = await this.#connect(signal);
    const job = await protocol.jobInfo(engineJobId, signal);
    requireClear(job);
    // An ended job is left alone: a stop would delete the savepoint it left.
    if (!job || !isLive(job.status)) return;
    await protocol.stop({ jobId: engineJobId, savepoint: false }, signal);
  }

  async stopWithSavepoint(
    request: { engineJobId: string; requestId: string; drain?: boolean },
    { signal }: EngineCall,
  ): Promise<void> {
    const { protocol } = await this.#connect(signal);
    await this.#stops.stop(request, protocol, signal);
  }

  async triggerSavepoint(
    _request: { engineJobId: string; requestId: string },
    _call: EngineCall,
  ): Promise<void> {
    throw new VerbRefusedError(
      'SeaTunnel takes a savepoint only when it ends a run. Suspend the job, then resume it.',
    );
  }

  async requestProgress(
    request: { engineJobId: string; requestId: string },
    { signal }: EngineCall,
  ): Promise<RequestProgress> {
    const { protocol } = await this.#connect(signal);
    return this.#stops.progress(request, protocol, signal);
  }

  observe({ signal }: EngineCall): AsyncIterable<EngineObservation> {
    const watch = new JobWatch(this.#options.timeZone);
    return pollObservations({
      signal,
      everyMs: this.#options.pollIntervalMs,
      timeoutMs: 20_000,
      read: async readSignal => {
        const connection = await this.#connectAnew(readSignal);
        return watch.look(connection, readSignal);
      },
    });
  }

  async lookup(
    engineJobId: string,
    call: EngineCall,
  ): Promise<ObservedJob | undefined> {
    const job = await this.#job(engineJobId, call);
    return job && observedJob(job, this.#options.timeZone);
  }

  async snapshots(
    engineJobId: string,
    call: EngineCall,
  ): ReturnType<JobEngine['snapshots']> {
    const job = await this.#job(engineJobId, call);
    if (job?.status !== 'SAVEPOINT_DONE') return [];
    const createdAt = serverTime(job.finishTime, this.#options.timeZone);
    if (!createdAt) return [];
    return [
      {
        id: `${engineJobId}@${createdAt}`,
        kind: 'savepoint',
        location: engineJobId,
        createdAt,
        engineJobId,
      },
    ];
  }

  async exceptions(
    engineJobId: string,
    call: EngineCall,
  ): Promise<JobException[]> {
    const job = await this.#job(engineJobId, call);
    if (!job?.error) return [];
    const at =
      serverTime(job.finishTime ?? job.createTime, this.#options.timeZone) ??
      new Date().toISOString();
    return [readException(job.error, at)];
  }

  async checkpointStats(): Promise<CheckpointStats> {
    throw new VerbRefusedError(
      'SeaTunnel does not tell about checkpoints through this interface.',
    );
  }

  async metrics(engineJobId: string, call: EngineCall): Promise<JobMetric[]> {
    const job = await this.#job(engineJobId, call);
    return job ? readMetrics(job.metrics) : [];
  }

  async sample(engineJobId: string, call: EngineCall): Promise<MetricSample> {
    const job = await this.#job(engineJobId, call);
    return job ? readSample(job.metrics) : {};
  }

  async plan(engineJobId: string, call: EngineCall): Promise<JobPlan> {
    const job = await this.#job(engineJobId, call);
    return readPlan(job?.dag, job?.metrics);
  }

  async log(
    engineJobId: string,
    call: EngineCall & { maxBytes: number; source?: string; cursor?: string },
  ): Promise<JobLog> {
    const { maxBytes, signal, cursor } = call;
    if (this.#logs) return this.#logs.jobLog(engineJobId, maxBytes, cursor);
    const { protocol } = await this.#connect(signal);
    if (!protocol.log) {
      throw new VerbRefusedError(
        `REST ${protocol.name} of SeaTunnel gives no logs. Set dataJobs.engines.${this.name}.logDirectory where the back end can read the server's log folder.`,
      );
    }
    return protocol.log(engineJobId, { maxBytes, signal });
  }

  async #job(
    engineJobId: string,
    { signal }: EngineCall,
  ): Promise<JobAnswer | undefined> {
    const { protocol } = await this.#connect(signal);
    return protocol.jobInfo(engineJobId, signal);
  }

  /** The interface in use; every look asks for it anew. */
  async #connect(signal: AbortSignal): Promise<ZetaConnection> {
    signal.throwIfAborted();
    return this.#connection ?? this.#connectAnew(signal);
  }

  async #connectAnew(signal: AbortSignal): Promise<ZetaConnection> {
    try {
      const found = await connect(
        this.#http,
        { restApi: this.#options.restApi, before: this.#lastProtocol },
        signal,
      );
      const version = this.#options.version ?? found.overview.version;
      this.#lastProtocol = found.protocol.name;
      this.#connection = { ...found, overview: { ...found.overview, version } };
      return this.#connection;
    } catch (error) {
      this.#connection = undefined;
      throw error;
    }
  }

  get #version(): string | undefined {
    return this.#options.version ?? this.#connection?.overview.version;
  }

  get #protocolName(): string | undefined {
    return this.#options.restApi === 'auto'
      ? this.#lastProtocol
      : this.#options.restApi;
  }

  async #causeSince(since: number): Promise<string | undefined> {
    const log = await this.#logs?.serverLog(SERVER_LOG_BYTES);
    return log && causeInLog(log, since, this.#options.timeZone);
  }
}
