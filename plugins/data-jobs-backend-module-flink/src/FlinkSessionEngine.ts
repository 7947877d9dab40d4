import { randomBytes } from 'node:crypto';
import {
  CheckpointStats,
  DefinitionProblem,
  EngineCapabilities,
  JobException,
  JobLog,
  JobMetric,
  JobPlan,
  LogSource,
  MetricSample,
  VERBS,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  EngineObservation,
  EngineUnavailableError,
  JobEngine,
  JobSubmission,
  ObservedJob,
  RequestProgress,
  ResolvedDefinition,
  SubmissionRefusedError,
  pollObservations,
} from '@datalark/backstage-plugin-data-jobs-node';
import { FlinkSessionConfig } from './FlinkSessionConfig';
import { SqlGatewayClient } from './gateway/SqlGatewayClient';
import { HttpAnswerError } from './http/HttpAnswerError';
import { isTimeLimit } from './http/pause';
import { checkpointStats } from './insight/checkpointStats';
import { clusterSettings } from './insight/clusterSettings';
import { jobExceptions } from './insight/jobExceptions';
import { jobLog, logSources } from './insight/jobLog';
import { jobMetrics } from './insight/jobMetrics';
import { jobPlan } from './insight/jobPlan';
import { MetricSampler } from './insight/MetricSampler';
import { JarRules, jarRules } from './jar/jarRules';
import { validateJar } from './jar/validateJar';
import { lookupJob } from './observe/lookupJob';
import { readObservation } from './observe/readObservation';
import { JobManagerClient, isJobId } from './rest/JobManagerClient';
import {
  CheckpointingStatistics,
  JobExceptions,
} from './rest/jobManagerAnswers';
import { localDirectory } from './snapshot/checkpointsOnDisk';
import { EngineSnapshot } from './snapshot/engineSnapshot';
import { readSnapshots } from './snapshot/readSnapshots';
import {
  requestSavepoint,
  savepointProgress,
} from './snapshot/savepointRequests';
import { checkpointInterval } from './state/checkpointInterval';
import { compareFlinkJobs } from './state/compareFlinkJobs';
import { rootSentence } from './sql/flinkCauses';
import { validateSql } from './sql/validateSql';
import { submissionOutcome } from './submit/submissionOutcome';
import { submitJar } from './submit/submitJar';
import { submitSql } from './submit/submitSql';

/** They change when the cluster is started anew. */
const SETTINGS_MS = 10 * 60_000;

/** A Flink session cluster, with its SQL Gateway where there is one. */
export class FlinkSessionEngine implements JobEngine {
  readonly type = 'flink-session';
  readonly title?: string;
  readonly webUrl?: string;
  readonly capabilities: EngineCapabilities;

  readonly #config: FlinkSessionConfig;
  readonly #jobManager: JobManagerClient;
  readonly #gateway?: SqlGatewayClient;
  readonly #sampler: MetricSampler;
  readonly #jars: JarRules;
  #settings: Record<string, string> = {};
  #settingsUntil = 0;

  constructor(readonly name: string, config: FlinkSessionConfig) {
    this.title = config.title;
    this.webUrl = config.webUrl;
    this.#config = config;
    this.#jobManager = new JobManagerClient(config);
    this.#sampler = new MetricSampler(this.#jobManager);
    if (config.sqlGatewayUrl) {
      this.#gateway = new SqlGatewayClient(config.sqlGatewayUrl);
    }
    this.#jars = jarRules(config.allowedJarPrefixes);
    this.capabilities = {
      jobTypes: this.#gateway ? ['flink-sql', 'flink-jar'] : ['flink-jar'],
      verbs: [...VERBS],
      liveSavepoints: true,
      restoreFromLocation: true,
      jars: true,
      exceptions: true,
      checkpoints: true,
      plan: true,
      metrics: true,
      logs: true,
    };
  }

  async validate(
    definition: ResolvedDefinition,
    call: EngineCall,
  ): Promise<DefinitionProblem[]> {
    call.signal.throwIfAborted();
    if (definition.type === 'flink-jar') {
      return validateJar(definition, this.#jars);
    }
    if (definition.type !== 'flink-sql' || !this.#gateway) {
      return [this.#wrongType(definition)];
    }
    const gateway = this.#gateway;
    const jars = this.#jars;
    return validateSql({ definition, gateway, jars, call });
  }

  compareDefinitions(
    before: ResolvedDefinition,
    after: ResolvedDefinition,
    call: EngineCall,
  ) {
    const gateway = this.#gateway;
    const jars = this.#jars;
    return understood(() =>
      compareFlinkJobs({ before, after, gateway, jars, call }),
    );
  }

  settings(call: EngineCall): Promise<Record<string, string>> {
    return understood(() => clusterSettings(this.#jobManager, call));
  }

  checkpointInterval(
    definition: ResolvedDefinition,
    call: EngineCall,
  ): Promise<number | undefined> {
    return checkpointInterval(definition, () => this.#inherited(call));
  }

  allocateJobId(): string {
    return randomBytes(16).toString('hex');
  }

  async submit(submission: JobSubmission, call: EngineCall): Promise<void> {
    call.signal.throwIfAborted();
    const { engineJobId, isRetry, type } = submission;
    const jobManager = this.#jobManager;
    const jars = this.#jars;
    await understood(async () => {
      if (isRetry) {
        const outcome = await submissionOutcome(jobManager, engineJobId, call);
        if (outcome.state === 'accepted') return;
        if (outcome.state === 'refused') throw refusedAtStart(outcome.details);
      }
      if (type === 'flink-jar') {
        await submitJar({ submission, jobManager, jars, call });
      } else if (type === 'flink-sql' && this.#gateway) {
        const gateway = this.#gateway;
        await submitSql({ submission, gateway, jobManager, jars, call });
      } else {
        const problem = this.#wrongType(submission);
        throw new SubmissionRefusedError(problem.message, [problem]);
      }
    });
  }

  async cancel(engineJobId: string, call: EngineCall): Promise<void> {
    if (!isJobId(engineJobId)) return;
    await understood(() =>
      this.#jobManager.send({
        method: 'PATCH',
        path: `/jobs/${engineJobId}?mode=cancel`,
        signal: call.signal,
      }),
    ).catch(error => {
      const answer = error.cause;
      // 409: it has ended in another way.
      const isOver =
        answer instanceof HttpAnswerError &&
        (answer.isUnknownJob || answer.status === 409);
      if (!isOver) throw error;
    });
  }

  async stopWithSavepoint(
    request: { engineJobId: string; requestId: string; drain?: boolean },
    call: EngineCall,
  ): Promise<void> {
    await this.#requestSavepoint({ ...request, endsJob: true }, call);
  }

  async triggerSavepoint(
    request: { engineJobId: string; requestId: string },
    call: EngineCall,
  ): Promise<void> {
    await this.#requestSavepoint({ ...request, endsJob: false }, call);
  }

  requestProgress(
    request: { engineJobId: string; requestId: string },
    call: EngineCall,
  ): Promise<RequestProgress> {
    return understood(() => savepointProgress(this.#jobManager, request, call));
  }

  observe(call: EngineCall): AsyncIterable<EngineObservation> {
    return pollObservations({
      read: signal =>
        understood(() =>
          readObservation(this.#jobManager, this.#gateway, { signal }),
        ),
      signal: call.signal,
      everyMs: this.#config.pollIntervalMs,
    });
  }

  lookup(
    engineJobId: string,
    call: EngineCall,
  ): Promise<ObservedJob | undefined> {
    return understood(() => lookupJob(this.#jobManager, engineJobId, call));
  }

  snapshots(engineJobId: string, call: EngineCall): Promise<EngineSnapshot[]> {
    const directory = localDirectory(this.#config.checkpointDirectory);
    return understood(() =>
      readSnapshots(this.#jobManager, directory, engineJobId, call),
    );
  }

  async exceptions(id: string, call: EngineCall): Promise<JobException[]> {
    return jobExceptions(
      await this.#read<JobExceptions>(id, '/exceptions', call),
    );
  }

  async checkpointStats(
    id: string,
    call: EngineCall,
  ): Promise<CheckpointStats> {
    return checkpointStats(
      await this.#read<CheckpointingStatistics>(id, '/checkpoints', call),
    );
  }

  metrics(engineJobId: string, call: EngineCall): Promise<JobMetric[]> {
    return understood(() => jobMetrics(this.#jobManager, engineJobId, call));
  }

  sample(engineJobId: string, call: EngineCall): Promise<MetricSample> {
    return understood(() => this.#sampler.sample(engineJobId, call));
  }

  plan(engineJobId: string, call: EngineCall): Promise<JobPlan> {
    return understood(() => jobPlan(this.#jobManager, engineJobId, call));
  }

  log(
    engineJobId: string,
    call: EngineCall & { maxBytes: number; source?: string; cursor?: string },
  ): Promise<JobLog> {
    return understood(() =>
      jobLog(this.#jobManager, engineJobId, this.#config, call),
    );
  }

  logSources(engineJobId: string, call: EngineCall): Promise<LogSource[]> {
    return understood(() =>
      logSources(this.#jobManager, engineJobId, this.#config, call),
    );
  }

  #read<T>(id: string, path: string, call: EngineCall): Promise<T> {
    return understood(() => this.#jobManager.requireJob<T>(id, path, call));
  }

  /** The cluster's settings, asked for now and then. */
  async #inherited(call: EngineCall): Promise<Record<string, string>> {
    if (Date.now() > this.#settingsUntil) {
      this.#settings = await this.settings(call);
      this.#settingsUntil = Date.now() + SETTINGS_MS;
    }
    return this.#settings;
  }

  async #requestSavepoint(
    request: {
      engineJobId: string;
      requestId: string;
      drain?: boolean;
      endsJob: boolean;
    },
    call: EngineCall,
  ): Promise<void> {
    const { savepointDirectory } = this.#config;
    await understood(() =>
      requestSavepoint(
        this.#jobManager,
        { ...request, savepointDirectory },
        call,
      ),
    );
  }

  #wrongType(definition: ResolvedDefinition): DefinitionProblem {
    const needsGateway = definition.type === 'flink-sql' && !this.#gateway;
    return {
      severity: 'error',
      message: needsGateway
        ? `Engine ${this.name} has no SQL Gateway, so it takes no SQL jobs.`
        : `Engine ${this.name} does not run jobs of type ${definition.type}.`,
      remedy: needsGateway
        ? `Set dataJobs.engines.${this.name}.sqlGatewayUrl, or choose another engine.`
        : `It runs ${this.capabilities.jobTypes.join(
            ', ',
          )}. Choose another engine.`,
      field: 'spec.type',
    };
  }
}

function refusedAtStart(details: string): SubmissionRefusedError {
  const message = rootSentence(details) ?? 'Flink could not start the job.';
  return new SubmissionRefusedError(message, [{ severity: 'error', message }]);
}

/** No answer of Flink leaves the engine uninterpreted: the port knows three errors. */
async function understood<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isTimeLimit(error)) {
      throw new EngineUnavailableError(
        'Flink did not answer before the time for it was up.',
      );
    }
    if (!(error instanceof HttpAnswerError)) throw error;
    throw new EngineUnavailableError(
      `${error.message}: ${
        rootSentence(error.details, 500) ?? 'it did not say why'
      }`,
      error,
    );
  }
}
