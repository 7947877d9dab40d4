import { randomUUID } from 'crypto';
import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  DeployGuard,
  JobEngineFactory,
  RunListener,
} from '@datalark/backstage-plugin-data-jobs-node';
import { Knex } from 'knex';
import { AdoptService } from './adopt/AdoptService';
import { AutoDeployer } from './catalog/AutoDeployer';
import { CatalogReader } from './catalog/CatalogReader';
import { CatalogSync } from './catalog/CatalogSync';
import { CatalogSyncLoop } from './catalog/CatalogSyncLoop';
import { ChangePublisher } from './changes/ChangePublisher';
import { configuredMs } from './configuredMs';
import { CheckpointIntervals } from './checkpoints/CheckpointIntervals';
import { createStores } from './database/Stores';
import { DefinitionResolver } from './definition/DefinitionResolver';
import { EngineRegistry } from './engines/EngineRegistry';
import { JarFiles } from './jars/JarFiles';
import { jarDirectory } from './jars/jarDirectory';
import { MetricKeeper } from './metrics/MetricKeeper';
import { readMetricSettings } from './metrics/MetricSettings';
import { createNotifications } from './notifications/createNotifications';
import { EngineObserver } from './observation/EngineObserver';
import { Freshness } from './observation/Freshness';
import { ObservationWriter } from './observation/ObservationWriter';
import { OperationPreviewer } from './operations/OperationPreviewer';
import { OperationDeps } from './operations/OperationRun';
import { readOperationSettings } from './operations/OperationSettings';
import { OperationWorker } from './operations/OperationWorker';
import { RunTeller } from './runs/RunTeller';
import { Redactor, SHORTEST_SECRET } from './secrets/Redactor';
import { ScheduleRunner } from './schedules/ScheduleRunner';
import { ScheduleService } from './schedules/ScheduleService';
import { scheduleTask } from './schedules/scheduleTask';
import { SecretResolver } from './secrets/SecretResolver';
import { AlertsService } from './service/AlertsService';
import { Authorizer } from './service/Authorizer';
import { BulkService } from './service/BulkService';
import { CodeGuard } from './service/CodeGuard';
import { DeployGuards } from './service/DeployGuards';
import { EnginesService } from './service/EnginesService';
import { EnvironmentGuard } from './service/EnvironmentGuard';
import { InsightService } from './service/InsightService';
import { JarService } from './service/JarService';
import { JobsService } from './service/JobsService';
import { JobValidator } from './service/JobValidator';
import { MetricHistoryService } from './service/MetricHistoryService';
import { ResolutionService } from './service/ResolutionService';
import { OperationsService } from './service/OperationsService';
import { Ownership } from './service/Ownership';

/** What the control plane is given by the back end. */
export type ControlPlaneOptions = {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  factories: JobEngineFactory[];
  guards: readonly DeployGuard[];
  runListeners: readonly RunListener[];
  permissions: PermissionsService;
  auditor: AuditorService;
  auth: AuthService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  events: EventsService;
  signals: SignalsService;
  notifications: NotificationService;
  scheduler: SchedulerService;
};

const SYNC_EVERY_MS = 5_000;

/** Everything that runs and answers, put together; nothing runs before `start`. */
export class ControlPlane {
  readonly services;
  readonly #loops: Array<{ start(): void; stop(): Promise<void> }>;
  readonly #changes: ChangePublisher;
  readonly #schedule: () => Promise<void>;

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
    const freshness = new Freshness(config);
    const intervals = new CheckpointIntervals({ stores, engines, definitions });
    const writer = new ObservationWriter({ stores, changes, redactor });
    const operationDeps: OperationDeps = {
      stores,
      engines,
      definitions,
      observations: writer,
      changes,
      redactor,
      settings: readOperationSettings(config),
    };
    const worker = new OperationWorker({ ...operationDeps, logger });

    const authorizer = new Authorizer(options.permissions);
    const metrics = readMetricSettings(config);
    const previewer = new OperationPreviewer(operationDeps);
    const environments = new EnvironmentGuard(authorizer, config);
    const operations = new OperationsService({
      stores,
      engines,
      authorizer,
      auditor,
      changes,
      worker,
      previewer,
      environments,
      guards: new DeployGuards(stores, options.guards),
    });
    const jobs = new JobsService({
      stores,
      authorizer,
      auditor,
      auth,
      catalog,
      changes,
      freshness,
      operations,
      validator: new JobValidator({ engines, definitions, redactor }),
      code: new CodeGuard({ ...options, authorizer, secrets }),
      ownership: new Ownership(options.userInfo),
    });
    const autoDeploy =
      config.getOptionalBoolean('dataJobs.autoDeploy') ?? false;
    this.services = {
      stores,
      jobs,
      operations,
      resolutions: new ResolutionService({
        stores,
        jobs,
        engines,
        secrets,
        redactor,
        config,
      }),
      bulk: new BulkService({
        stores,
        authorizer,
        auditor,
        jobs,
        operations,
        previewer,
        environments,
      }),
      insights: new InsightService({ stores, engines, authorizer, redactor }),
      alerts: new AlertsService({ stores, authorizer }),
      metricHistory: new MetricHistoryService({
        stores,
        authorizer,
        settings: metrics,
      }),
      engines: new EnginesService({
        config,
        stores,
        engines,
        authorizer,
        redactor,
      }),
      schedules: new ScheduleService({ stores, jobs, autoDeploy }),
      adopt: new AdoptService({
        stores,
        authorizer,
        auditor,
        changes,
        jobs,
        operations,
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
      autoDeployer: autoDeploy
        ? new AutoDeployer({ stores, operations, logger })
        : undefined,
    });
    this.#changes = changes;
    const runner = new ScheduleRunner({
      stores,
      operations,
      changes,
      logger,
      autoDeploy,
    });
    this.#schedule = () => scheduleTask(options.scheduler, runner, config);
    this.#loops = [
      worker,
      new CatalogSyncLoop({
        sync,
        leases: stores.leases,
        logger,
        owner,
        everyMs:
          configuredMs(config, 'dataJobs.catalogSync.interval') ??
          SYNC_EVERY_MS,
      }),
      ...createNotifications({
        ...options,
        stores,
        engines,
        redactor,
        logger,
        owner,
        intervals,
      }),
      new RunTeller({
        stores,
        listeners: options.runListeners,
        logger,
        owner,
      }),
      new MetricKeeper({ stores, settings: metrics, logger, owner }),
      ...engines.list().flatMap(({ engine }) =>
        engine
          ? [
              new EngineObserver(engine, {
                stores,
                writer,
                freshness,
                changes,
                redactor,
                logger,
                owner,
                snapshotsEveryMs: configuredMs(
                  config,
                  'dataJobs.snapshots.interval',
                ),
                metrics,
                intervals,
              }),
            ]
          : [],
      ),
    ];
  }

  async start(): Promise<void> {
    for (const loop of this.#loops) loop.start();
    await this.#schedule();
  }

  /** Lets go of everything that another replica can take over. */
  async stop(): Promise<void> {
    await Promise.all(this.#loops.map(loop => loop.stop()));
    this.#changes.stop();
  }
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
