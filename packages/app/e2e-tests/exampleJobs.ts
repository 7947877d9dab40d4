import { until } from '@datalark/local-engines';
import { Portal } from './portal';

const COMMON = {
  lifecycle: 'experimental',
  owner: 'group:default/data-platform',
  engine: 'local-flink',
  type: 'flink-sql',
  parallelism: 1,
};

/** Counts made-up visits per country: one slot, state, and it never ends. */
export function countingJob(
  more: { select?: string; columns?: string } & Record<string, unknown> = {},
) {
  const { select = 'COUNT(*)', columns = 'n BIGINT', ...spec } = more;
  return {
    ...COMMON,
    configuration: { 'execution.checkpointing.interval': '2 s' },
    variables: { RATE: '5' },
    definition: {
      sql: `CREATE TABLE visits (id BIGINT, country STRING) WITH ('connector' = 'datagen', 'rows-per-second' = '\${RATE}', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '9999', 'fields.country.length' = '1');
CREATE TABLE counts (country STRING, ${columns}) WITH ('connector' = 'blackhole');
INSERT INTO counts SELECT country, ${select} FROM visits GROUP BY country;`,
    },
    ...spec,
  };
}

/** Divides by zero after a second, is restarted twice, and fails. */
export function failingJob() {
  return {
    ...COMMON,
    configuration: {
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '2',
      'restart-strategy.fixed-delay.delay': '1 s',
    },
    definition: {
      sql: `CREATE TABLE numbers (id INT) WITH ('connector' = 'datagen', 'rows-per-second' = '5', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '9999');
CREATE TABLE nowhere (id INT) WITH ('connector' = 'blackhole');
INSERT INTO nowhere SELECT 100 / (id - 5) FROM numbers;`,
    },
  };
}

/** Twenty rows, and it is done. */
export function endingJob() {
  return {
    ...COMMON,
    processing: 'batch',
    upgradeMode: 'stateless',
    definition: {
      sql: `CREATE TABLE few (id BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '20');
CREATE TABLE nowhere (id BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO nowhere SELECT id FROM few;`,
    },
  };
}

/** Takes a secret for a number while it runs, so that Flink's exception repeats its value. */
export function leakingJob(secret: string) {
  return {
    ...COMMON,
    configuration: { 'restart-strategy.type': 'none' },
    definition: {
      sql: `CREATE TABLE numbers (id INT) WITH ('connector' = 'datagen', 'number-of-rows' = '5');
CREATE TABLE nowhere (id INT) WITH ('connector' = 'blackhole');
INSERT INTO nowhere SELECT CAST('\${secret:${secret}}' || CAST(id AS STRING) AS INT) FROM numbers;`,
    },
  };
}

/** Rows that are made up on SeaTunnel: one slot, and it never ends. */
export function syncJob() {
  return {
    ...COMMON,
    type: 'seatunnel',
    engine: 'local-seatunnel',
    definition: {
      config: `env { job.mode = "STREAMING", parallelism = 1, checkpoint.interval = 2000 }
source { FakeSource { schema = { fields { id = "int" } }, row.num = 50000, split.num = 5000, split.read-interval = 500 } }
sink { Console { log.print.data = false } }`,
    },
  };
}

/** Jobs that the portal owns, made for a test and removed after it. */
export class ExampleJobs {
  readonly #made = new Set<string>();

  constructor(private readonly portal: Portal) {}

  call(path: string, method = 'GET', body?: object): Promise<any> {
    return this.portal.api(`data-jobs/jobs${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
  }

  /** Registers a job and waits until the catalog knows it. */
  async make(name: string, spec: object, deploy = true): Promise<void> {
    await this.call('', 'POST', { name, spec, deploy });
    this.#made.add(name);
    await until(
      `${name} in the catalog`,
      () => this.portal.api(`catalog/entities/by-name/datajob/default/${name}`),
      entity => Boolean(entity),
    );
  }

  async change(name: string, spec: object, message: string): Promise<void> {
    await this.call(`/default/${name}`, 'PUT', { spec, message });
  }

  /** Asks for a verb and waits for its end. */
  async operate(name: string, verb: string, more: object = {}): Promise<any> {
    const asked = await this.call(`/default/${name}/operations`, 'POST', {
      verb,
      ...more,
    });
    return until(
      `${verb} of ${name}`,
      () => this.portal.api(`data-jobs/operations/${asked.id}`),
      ({ state }) => ['succeeded', 'failed', 'canceled'].includes(state),
    );
  }

  /**
   * Waits until the engine is seen in the state and no operation is under way:
   * a job is seen running a moment before its deployment is recorded as done.
   */
  async untilState(
    name: string,
    state: string,
    environment?: string,
  ): Promise<void> {
    await until(
      `${name} ${state}, and no operation under way`,
      () => this.call(`/default/${name}`),
      ({ deployments }) => {
        const deployment = deployments.find(
          (each: any) => !environment || each.environment === environment,
        );
        return (
          deployment?.observation.state === state && !deployment.activeOperation
        );
      },
    );
  }

  /** Frees the slots. */
  async remove(...names: string[]): Promise<void> {
    for (const name of names.length ? names : [...this.#made]) {
      this.#made.delete(name);
      const job = await this.call(`/default/${name}`).catch(() => undefined);
      for (const { environment } of job?.deployments ?? []) {
        await this.operate(name, 'stop', {
          environment,
          params: { withSavepoint: false },
        }).catch(() => undefined);
      }
      await this.operate(name, 'delete', {
        environment: job?.deployments[0]?.environment,
        params: { withSavepoint: false },
      }).catch(() => undefined);
    }
  }
}

/** Waits until every engine of the portal answers. */
export async function enginesReady(portal: Portal): Promise<void> {
  await until(
    'the engines',
    () => portal.api('data-jobs/engines'),
    ({ items }) =>
      items.length > 0 && items.every((each: any) => each.reachable === 'yes'),
  );
}
