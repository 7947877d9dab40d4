import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { isRecord, numberField, textField } from '../answers/field';
import { JobAnswer, readJobAnswer } from '../answers/JobAnswer';
import { ZetaAnswer, ZetaHttp } from '../http/ZetaHttp';
import { OverviewAnswer, SubmitAnswer, ZetaProtocol } from './ZetaProtocol';
import { readSubmitAnswer } from './submitAnswer';

/** What both REST interfaces have in common; they differ in a few paths. */
export abstract class RestProtocol implements ZetaProtocol {
  abstract readonly name: 'v1' | 'v2';

  constructor(
    protected readonly http: ZetaHttp,
    private readonly prefix: string,
  ) {}

  async overview(signal: AbortSignal): Promise<OverviewAnswer> {
    const { json } = await this.get('/overview', signal);
    const version = isRecord(json) && textField(json, 'projectVersion');
    if (!isRecord(json) || !version) throw this.strange('/overview');
    const total = numberField(json, 'totalSlot');
    const free = numberField(json, 'unassignedSlot');
    return {
      version,
      workers: numberField(json, 'workers') ?? 0,
      // With dynamic slots a server says 0 and has as many as it wants.
      ...(total && { slots: { total, ...(free !== undefined && { free }) } }),
      runningJobs: numberField(json, 'runningJobs'),
    };
  }

  runningJobs(signal: AbortSignal): Promise<JobAnswer[]> {
    return this.jobs('/running-jobs', signal);
  }

  abstract finishedJobs(signal: AbortSignal): Promise<JobAnswer[]>;

  async jobInfo(
    jobId: string,
    signal: AbortSignal,
  ): Promise<JobAnswer | undefined> {
    const path = `/job-info/${encodeURIComponent(jobId)}`;
    const { json } = await this.get(path, signal);
    if (!isRecord(json) || textField(json, 'jobId') === undefined) {
      throw this.strange(path);
    }
    return readJobAnswer(json);
  }

  async submit(
    job: {
      jobId: string;
      jobName: string;
      config: string;
      fromSavepoint: boolean;
    },
    signal: AbortSignal,
  ): Promise<SubmitAnswer> {
    const query = new URLSearchParams({
      jobId: job.jobId,
      jobName: job.jobName,
      ...(job.fromSavepoint && { isStartWithSavePoint: 'true' }),
    });
    const answer = await this.http.send({
      path: `${this.prefix}/submit-job?${query}`,
      body: job.config,
      signal,
      timeoutMs: 60_000,
    });
    return readSubmitAnswer(answer) ?? this.failStrange('/submit-job');
  }

  async stop(
    job: { jobId: string; savepoint: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    const answer = await this.http.send({
      path: `${this.prefix}/stop-job`,
      body: JSON.stringify({
        jobId: job.jobId,
        isStopWithSavePoint: job.savepoint,
      }),
      signal,
      timeoutMs: 30_000,
    });
    this.check(answer, '/stop-job');
  }

  protected async get(path: string, signal: AbortSignal): Promise<ZetaAnswer> {
    const answer = await this.http.send({
      path: `${this.prefix}${path}`,
      signal,
    });
    return this.check(answer, path);
  }

  protected async jobs(
    path: string,
    signal: AbortSignal,
  ): Promise<JobAnswer[]> {
    const { json } = await this.get(path, signal);
    if (!Array.isArray(json)) throw this.strange(path);
    return json.flatMap(job => readJobAnswer(job) ?? []);
  }

  protected check(answer: ZetaAnswer, path: string): ZetaAnswer {
    if (answer.status === 200) return answer;
    const said =
      isRecord(answer.json) &&
      textField(answer.json, 'message')?.split('\n')[0];
    throw new EngineUnavailableError(
      `SeaTunnel at ${this.http.address} answered ${path} with status ${
        answer.status
      }${said ? `: ${said}` : ''}.`,
    );
  }

  protected strange(path: string): EngineUnavailableError {
    return new EngineUnavailableError(
      `What ${this.http.address} answered to ${path} is not what SeaTunnel's REST ${this.name} says. Is the address right?`,
    );
  }

  private failStrange(path: string): never {
    throw this.strange(path);
  }
}
