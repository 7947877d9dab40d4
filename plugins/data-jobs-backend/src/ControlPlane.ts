import { randomUUID } from 'crypto';
import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { durationToMilliseconds } from '@backstage/types';
import { JobEngineFactory } from '@datalark/backstage-plugin-data-jobs-node';
import { Knex } from 'knex';
import { AutoDeployer } from './catalog/AutoDeployer';
import { CatalogReader } from './catalog/CatalogReader';
import { CatalogSync } from './catalog/CatalogSync';
import { CatalogSyncLoop } from './catalog/CatalogSyncLoop';
import { ChangePublisher } from './changes/ChangePublisher';
import { createStores } from './database/Stores';
import { DefinitionResolver } from './definition/DefinitionResolver';
import { EngineRegistry } from './engines/EngineRegistry';
import { JarFiles } from './jars/JarFiles';
import { jarDirectory } from './jars/jarDirectory';
import { EngineObserver } from './observation/EngineObserver';
import { ObservationWriter } from './observation/ObservationWriter';
import { readOperationSettings } from './operations/OperationSettings';
import { OperationWorker } from './operations/OperationWorker';
import { Redactor, SHORTEST_SECRET } from './secrets/Redactor';
import { SecretResolver } from './secrets/SecretResolver';
import { Authorizer } from './service/Authorizer';
import { CodeGuard } from './service/CodeGuard';
import { EnginesService } from './service/EnginesService';
import { InsightService } from './service/InsightService';
import { JarService } from './service/JarService';
import { JobsService } from './service/JobsService';
import { JobValidator } from './service/JobValidator';
import { OperationsService } from './service/OperationsService';

/** What the control plane is given by the back end. */
export type ControlPlaneOptions = {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  factories: JobEngineFactory[];
  permissions: PermissionsService;
  auditor: AuditorService;
  auth: AuthService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  events: EventsService;
  signals: SignalsService;
};

const SYNC_EVERY_MS = 5_000;

/** Everything that runs and answers, put together; nothing runs before `start`. */
export class ControlPlane {
  readonly services;
  readonly #loops: Array<{ start(): void; stop(): Promise<void> }>;
  readonly #changes: ChangePublisher;

  constructor(options: ControlPlaneOptions) {
    const { config, auditor, auth, catalog } = options;
    const secrets = new SecretResolver(config);
    const redactor = new Redactor(secrets);
    const logger = redactor.logger(options.logger);
    warnOfShortSecrets(secrets, logger);

    const stores = createStores(options.knex);
    const engines = EngineRegistry.fromConfig({ ...options, redactor });
    const jarFiles = new JarFiles(jarDirectory(config, logger));
    const changes = new ChangePublisher({
      ...options,
      logger,
      jobs: stores.jobs,
    });
    const definitions = new DefinitionResolver({
      config,
      secrets,
      jarPath: sha256 => jarFiles.path(sha256),
    });
    const writer = new ObservationWriter({ stores, changes, redactor });
    const worker = new OperationWorker({
      stores,
      engines,
      definitions,
      observations: writer,
      changes,
      redactor,
      settings: readOperationSettings(config),
      logger,
    });

    const authorizer = new Authorizer(options.permissions);
    const operations = new OperationsService({
      stores,
      engines,
      authorizer,
      auditor,
      changes,
      worker,
    });
    const jobs = new JobsService({
      stores,
      authorizer,
      auditor,
      auth,
      catalog,
      changes,
      operations,
      validator: new JobValidator({ engines, definitions, redactor }),
      code: new CodeGuard({ ...options, authorizer, secrets }),
    });
    this.services = {
      stores,
      jobs,
      operations,
      insights: new InsightService({ stores, engines, authorizer, redactor }),
      engines: new EnginesService({
        config,
        stores,
        engines,
        authorizer,
        redactor,
      }),
      jars: new JarService({ jars: stores.jars, authorizer, auditor }),
      jarFiles,
    };

    const owner = randomUUID();
    const sync = new CatalogSync({
      stores,
      reader: new CatalogReader({ catalog, auth }),
      changes,
      logger,
      autoDeployer: config.getOptionalBoolean('dataJobs.autoDeploy')
        ? new AutoDeployer({ stores, operations, logger })
        : undefined,
    });
    this.#changes = changes;
    this.#loops = [
      worker,
      new CatalogSyncLoop({
        sync,
        leases: stores.leases,
        logger,
        owner,
        everyMs: time(config, 'dataJobs.catalogSync.interval') ?? SYNC_EVERY_MS,
      }),
      ...engines.list().flatMap(({ engine }) =>
        engine
          ? [
              new EngineObserver(engine, {
                stores,
                writer,
                changes,
                redactor,
                logger,
                owner,
                snapshotsEveryMs: time(config, 'dataJobs.snapshots.interval'),
              }),
            ]
          : [],
      ),
    ];
  }

  start(): void {
    for (const loop of this.#loops) loop.start();
  }

  /** Lets go of everything that another replica can take over. */
  async stop(): Promise<void> {
    await Promise.all(this.#loops.map(loop => loop.stop()));
    this.#changes.stop();
  }
}

function time(config: Config, key: string): number | undefined {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : undefined;
}

function warnOfShortSecrets(
  secrets: SecretResolver,
  logger: LoggerService,
): void {
  for (const { name, value } of secrets.values()) {
    if (value.length < SHORTEST_SECRET) {
      logger.warn(
        `dataJobs.secrets.${name} is shorter than ${SHORTEST_SECRET} characters, so it cannot be kept out of what engines answer: use a longer one.`,
      );
    }
  }
}
