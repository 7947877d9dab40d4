import { FakeZetaJob, LIVE } from './FakeZetaJob';

type Block = { plugin_name?: string; [option: string]: unknown };
type Config = {
  env?: Record<string, unknown>;
  source?: Block[];
  transform?: Block[];
  sink?: Block[];
};

/** What the server says no with. */
export class FakeZetaRefusal extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const PLUGINS = ['FakeSource', 'Console', 'Jdbc', 'Sql'];

/**
 * Jobs as Zeta treats them, quirks included: a second submission of a running
 * id is answered and does nothing, unknown ids can be stopped, a cancelled
 * run's state is gone.
 */
export class FakeZetaCluster {
  readonly jobs = new Map<string, FakeZetaJob>();
  /** How long a change of state takes. */
  readonly stepMs = 20;

  submit(
    text: string,
    query: { jobId: string; jobName: string; fromSavepoint: boolean },
  ): { jobId: string; jobName: string } {
    const { jobId, jobName, fromSavepoint } = query;
    const config = this.#accept(text);
    const known = this.jobs.get(jobId);
    if (known && LIVE.includes(known.status)) return { jobId, jobName };
    if (known && !fromSavepoint) {
      throw new FakeZetaRefusal(
        500,
        `org.apache.seatunnel.engine.common.exception.JobException: The job id ${jobId} has already been submitted and is not starting with a savepoint.\n\tat org.apache.seatunnel.engine.server.CoordinatorService`,
      );
    }
    const kept = known?.status === 'SAVEPOINT_DONE' ? known.rows : 0;
    const job: FakeZetaJob = {
      jobId,
      jobName,
      status: 'SCHEDULED',
      env: config.env ?? {},
      createTime: new Date(),
      rows: kept,
      fromSavepoint,
      timers: [],
    };
    this.jobs.set(jobId, job);
    this.#later(job, 1, () => {
      job.status = 'RUNNING';
      this.#run(job, config);
    });
    return { jobId, jobName };
  }

  stop(jobId: string, savepoint: boolean): void {
    const job = this.jobs.get(jobId);
    if (!job || !LIVE.includes(job.status)) return;
    job.status = savepoint ? 'DOING_SAVEPOINT' : 'CANCELING';
    this.#clear(job);
    this.#later(job, 2, () =>
      this.#end(job, savepoint ? 'SAVEPOINT_DONE' : 'CANCELED'),
    );
  }

  dispose(): void {
    for (const job of this.jobs.values()) this.#clear(job);
  }

  #accept(text: string): Config {
    let config: Config;
    try {
      config = JSON.parse(text);
    } catch {
      throw new FakeZetaRefusal(400, 'Invalid JSON format in request body.');
    }
    if (!config.source) {
      throw new FakeZetaRefusal(
        500,
        'Cannot invoke "java.util.List.isEmpty()" because "sources" is null',
      );
    }
    for (const kind of ['source', 'transform', 'sink'] as const) {
      for (const block of config[kind] ?? []) this.#acceptBlock(kind, block);
    }
    return config;
  }

  #acceptBlock(kind: string, block: Block): void {
    const name = block.plugin_name ?? '';
    if (!PLUGINS.includes(name)) {
      throw new FakeZetaRefusal(
        500,
        `Plugin PluginIdentifier{engineType='seatunnel', pluginType='${kind}', pluginName='${name}'} not found.`,
      );
    }
    const types = (block.schema as { fields?: Record<string, string> })?.fields;
    if (name === 'Jdbc' || Object.values(types ?? {}).includes('nonsense')) {
      throw new FakeZetaRefusal(
        500,
        `ErrorCode:[API-06], ErrorDescription:[Factory initialize failed] - Unable to create a ${kind} for identifier '${name}'.`,
      );
    }
  }

  #run(job: FakeZetaJob, config: Config): void {
    if (
      config.transform?.some(block => String(block.query).includes('CAST('))
    ) {
      job.error =
        'org.apache.seatunnel.transform.exception.TransformException: ErrorCode:[TRANSFORM_COMMON-04], ErrorDescription:[x]\n\tat a.B(C.java:1)\nCaused by: java.lang.NumberFormatException: For input string: "abc"\n\tat d.E(F.java:2)';
      this.#later(job, 1, () => this.#end(job, 'FAILED'));
      return;
    }
    const rows = Number(config.source?.[0]?.['row.num'] ?? 5);
    if (config.env?.['job.mode'] === 'BATCH') {
      this.#later(job, 2, () => {
        job.rows = rows;
        this.#end(job, 'FINISHED');
      });
      return;
    }
    const timer = setInterval(() => {
      job.rows += 50;
    }, this.stepMs);
    job.timers.push(timer);
  }

  #end(job: FakeZetaJob, status: string): void {
    this.#clear(job);
    job.status = status;
    job.finishTime = new Date();
  }

  #later(job: FakeZetaJob, steps: number, change: () => void): void {
    job.timers.push(setTimeout(change, steps * this.stepMs));
  }

  #clear(job: FakeZetaJob): void {
    for (const timer of job.timers) clearTimeout(timer);
    job.timers = [];
  }
}
