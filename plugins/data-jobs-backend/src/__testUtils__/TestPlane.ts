import { randomUUID } from 'crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@datalark/backend-test-kit';
import {
  JobSpec,
  Operation,
  OperationParams,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  createFakeEngine,
  FakeEngine,
} from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import knexFactory, { Knex } from 'knex';
import { ChangePublisher } from '../changes/ChangePublisher';
import { CheckpointIntervals } from '../checkpoints/CheckpointIntervals';
import { applyMigrations } from '../database/applyMigrations';
import { createStores, Stores } from '../database/Stores';
import { DefinitionResolver } from '../definition/DefinitionResolver';
import { effectiveSpec, environmentsOf } from '../definition/effectiveSpec';
import { EngineRegistry } from '../engines/EngineRegistry';
import { MetricSettings } from '../metrics/MetricSettings';
import { EngineObserver } from '../observation/EngineObserver';
import { ObservationWriter } from '../observation/ObservationWriter';
import { OperationPreviewer } from '../operations/OperationPreviewer';
import { OperationDeps } from '../operations/OperationRun';
import { OperationSettings } from '../operations/OperationSettings';
import { OperationWorker } from '../operations/OperationWorker';
import { Redactor } from '../secrets/Redactor';
import { SecretResolver } from '../secrets/SecretResolver';
import { OperationsService } from '../service/OperationsService';

export const SPEC: JobSpec = {
  type: 'flink-sql',
  lifecycle: 'production',
  owner: 'group:default/shop',
  engine: 'fake',
  definition: { sql: 'INSERT INTO sink SELECT * FROM orders;' },
};

export const ORDERS = 'datajob:default/orders';

const SETTINGS: OperationSettings = {
  concurrency: 4,
  concurrencyPerEngine: 4,
  idleMs: 5,
  leaseMs: 300,
  pollMs: 2,
  engineDeadlineMs: 4_000,
  callTimeoutMs: 2_000,
  jobDeadlineMs: 2_000,
};

/** The control plane without HTTP, over a database of its own, for tests. */
export class TestPlane {
  readonly stores: Stores;
  readonly engine: FakeEngine;
  readonly registry: EngineRegistry;
  readonly operations: OperationsService;
  readonly previewer: OperationPreviewer;
  readonly changed: string[] = [];
  readonly logger = mockServices.logger.mock();
  readonly writer: ObservationWriter;
  settings = SETTINGS;
  readonly #redactor: Redactor;
  readonly #secrets: SecretResolver;
  readonly #workers: Array<{ stop(): Promise<void> }> = [];

  constructor(
    readonly knex: Knex,
    options: { engines?: FakeEngine[]; config?: object } = {},
  ) {
    const config = mockServices.rootConfig({
      data: { dataJobs: (options.config ?? {}) as any },
    });
    const engines = options.engines ?? [
      createFakeEngine({ observeEveryMs: 20 }),
    ];
    this.engine = engines[0];
    this.stores = createStores(knex);
    this.registry = new EngineRegistry(
      engines.map(engine => ({ name: engine.name, type: engine.type, engine })),
    );
    this.#secrets = new SecretResolver(config);
    this.#redactor = new Redactor(this.#secrets);
    this.writer = new ObservationWriter({
      stores: this.stores,
      changes: this.changes,
      redactor: this.#redactor,
    });
    this.definitions = new DefinitionResolver({
      config,
      secrets: this.#secrets,
      jarPath: async () => undefined,
    });
    this.intervals = new CheckpointIntervals({
      stores: this.stores,
      engines: this.registry,
      definitions: this.definitions,
    });
    this.previewer = new OperationPreviewer(this.#operationDeps);
    this.operations = new OperationsService({
      stores: this.stores,
      engines: this.registry,
      authorizer: undefined as any,
      auditor: mockServices.auditor.mock(),
      changes: this.changes,
      worker: { nudge: () => {} },
      previewer: this.previewer,
      environments: { require: async () => {} },
    });
  }

  readonly definitions: DefinitionResolver;
  readonly intervals: CheckpointIntervals;

  static async sqlite(
    options?: ConstructorParameters<typeof TestPlane>[1],
  ): Promise<TestPlane> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await applyMigrations(knex);
    return new TestPlane(knex, options);
  }

  get changes(): ChangePublisher {
    return {
      jobChanged: (ref: string) => this.changed.push(ref),
      entityChanged: (ref: string) => this.changed.push(`entity ${ref}`),
      engineChanged: (name: string) => this.changed.push(`engine ${name}`),
    } as unknown as ChangePublisher;
  }

  get #operationDeps(): OperationDeps {
    return {
      stores: this.stores,
      engines: this.registry,
      definitions: this.definitions,
      observations: this.writer,
      changes: this.changes,
      redactor: this.#redactor,
      settings: this.settings,
    };
  }

  /** A worker over these stores, or over ones that a test has tampered with. */
  startWorker(stores: Stores = this.stores): OperationWorker {
    const worker = new OperationWorker({
      ...this.#operationDeps,
      stores,
      logger: this.logger,
    });
    worker.start();
    this.#workers.push(worker);
    return worker;
  }

  startObserver(
    engine = this.engine,
    metrics?: MetricSettings,
  ): EngineObserver {
    const observer = new EngineObserver(engine, {
      stores: this.stores,
      writer: this.writer,
      changes: this.changes,
      redactor: this.#redactor,
      logger: this.logger,
      owner: randomUUID(),
      leaseMs: 200,
      snapshotsEveryMs: 20,
      exceptionsEveryMs: 20,
      metrics,
      intervals: this.intervals,
    });
    observer.start();
    this.#workers.push(observer);
    return observer;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.stop()));
    await this.knex.destroy();
  }

  /** Writes a job down, or a new version of it. */
  async write(
    spec: Partial<JobSpec> = {},
    origin: 'portal' | 'git' = 'portal',
    name = 'orders',
  ): Promise<void> {
    const whole = { ...SPEC, ...spec };
    const draft = {
      namespace: 'default',
      name,
      origin,
      spec: whole,
      by: 'user:default/lin',
    };
    const ref = `datajob:default/${name}`;
    await ((await this.stores.jobs.get(ref))
      ? this.stores.jobs.update(draft)
      : this.stores.jobs.create(draft));
    await this.stores.deployments.declare(
      ref,
      environmentsOf(whole).map(environment => ({
        environment,
        engine: effectiveSpec(whole, environment).engine,
      })),
    );
  }

  /** Asks for a verb. */
  async ask(
    verb: Verb,
    params: OperationParams = {},
    environment?: string,
  ): Promise<Operation> {
    const job = await this.stores.jobs.get(ORDERS);
    return this.operations.create(
      job!,
      { entityRef: ORDERS, verb, params, environment },
      'user:default/lin',
      'api',
    );
  }

  /** Waits for an operation to end. */
  async end(operation: Operation): Promise<Operation> {
    return eventually(
      async () => (await this.stores.operations.get(operation.id))!,
      ({ state }) => expect(state).toMatch(/succeeded|failed/),
    );
  }

  /** Asks for a verb and waits until it has succeeded. */
  async done(
    verb: Verb,
    params: OperationParams = {},
    environment?: string,
  ): Promise<Operation> {
    const ended = await this.end(await this.ask(verb, params, environment));
    if (ended.state !== 'succeeded') {
      throw new Error(`${verb} failed: ${JSON.stringify(ended.error)}`);
    }
    return ended;
  }

  async deployment(environment = 'default') {
    return (await this.stores.deployments.get({
      entityRef: ORDERS,
      environment,
    }))!;
  }
}
