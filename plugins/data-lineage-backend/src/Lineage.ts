import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { CatalogReader } from './catalog/CatalogReader';
import { CatalogStore } from './catalog/CatalogStore';
import { CatalogSync } from './catalog/CatalogSync';
import { startCatalogSync } from './catalog/startCatalogSync';
import { readSyncSettings } from './catalog/SyncSettings';
import { createStores } from './database/Stores';
import { Deriver } from './derive/Deriver';
import { GraphWriter } from './derive/GraphWriter';
import { ChangeTimes } from './graph/ChangeTimes';
import { ColumnReader } from './graph/ColumnReader';
import { ColumnWalk } from './graph/ColumnWalk';
import { EdgeReader } from './graph/EdgeReader';
import { readGraphSettings } from './graph/GraphSettings';
import { GraphWalk } from './graph/GraphWalk';
import { NodeReader } from './graph/NodeReader';
import { EventQueue } from './ingest/EventQueue';
import { FreshFacts } from './ingest/FreshFacts';
import { readIngestLimits } from './ingest/IngestLimits';
import { IngestService } from './ingest/IngestService';
import { OwnerNotifier } from './notify/OwnerNotifier';
import { NodeDescriber } from './preview/NodeDescriber';
import { PreviewService } from './preview/PreviewService';
import { Pruner } from './retention/Pruner';
import { startPruning } from './retention/startPruning';
import { readReviewRules } from './review/ReviewRule';
import { Authorizer } from './service/Authorizer';
import { CurationService } from './service/CurationService';
import { DriftService } from './service/DriftService';
import { ExportService } from './service/ExportService';
import { GraphDeps, GraphService } from './service/GraphService';
import { ImpactService } from './service/ImpactService';
import { NodeFinder } from './service/NodeFinder';
import { SearchService } from './service/SearchService';
import { TimesService } from './service/TimesService';

/** What lineage is given by the back end. */
export type LineageOptions = {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  permissions: PermissionsService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  notifications: NotificationService;
  scheduler: SchedulerService;
};

/** Everything that takes events and answers, put together; nothing runs before `start`. */
export class Lineage {
  readonly services;
  readonly #deriver: Deriver;
  readonly #scheduleSync: () => Promise<void>;
  readonly #schedulePruning: () => Promise<void>;

  constructor(options: LineageOptions) {
    const { knex, config, logger } = options;
    const stores = createStores(knex);
    const writer = new GraphWriter(stores);
    const { events } = stores;
    const fresh = new FreshFacts();
    const deriver = new Deriver({ knex, events, writer, fresh, logger });
    const limits = readIngestLimits(config);
    const ingest = new IngestService({
      queue: new EventQueue(events, () => deriver.kick()),
      deriver,
      limits,
      fresh,
    });
    const authorizer = new Authorizer(options.permissions);
    const edges = new EdgeReader(knex);
    const deps: GraphDeps = {
      stores,
      authorizer,
      settings: readGraphSettings(config),
      walk: new GraphWalk(knex),
      columnWalk: new ColumnWalk(knex, edges),
      edges,
      nodes: new NodeReader(knex),
      columns: new ColumnReader(knex, stores.schemas),
      finder: new NodeFinder(knex),
    };
    const graph = new GraphService(deps);
    const impact = new ImpactService(deps);
    const settings = readSyncSettings(config);
    const describer = new NodeDescriber({
      names: stores.nodes,
      nodes: deps.nodes,
      columns: deps.columns,
      authorizer,
    });
    this.#deriver = deriver;
    this.services = {
      stores,
      authorizer,
      limits,
      ingest,
      graph,
      impact,
      search: new SearchService(deps),
      times: new TimesService({ ...deps, changes: new ChangeTimes(knex) }),
      drift: new DriftService(deps),
      exports: new ExportService(graph),
      curation: new CurationService({
        ...options,
        stores,
        authorizer,
        writer,
        deriver,
        graph: deps,
      }),
      preview: new PreviewService({
        ...options,
        graph: {
          describe: (caller, names) => describer.describe(caller, names),
          columns: (caller, names) => describer.columns(caller, names),
          impact: (caller, query) => impact.impact(caller, query),
        },
        settings,
        rules: readReviewRules(config),
      }),
      notifier: new OwnerNotifier({
        ...options,
        authorizer,
        impact: (caller, query) => impact.impact(caller, query),
      }),
    };
    this.#schedulePruning = () =>
      startPruning({ ...options, pruner: new Pruner(knex) });
    this.#scheduleSync = () =>
      startCatalogSync({
        ...options,
        sync: new CatalogSync({
          store: new CatalogStore(knex),
          reader: new CatalogReader(options),
          links: stores.links,
          ingest,
          settings,
          logger,
        }),
        intervalMs: settings.intervalMs,
      });
  }

  /** Registers what the scheduler is to run. */
  async schedule(): Promise<void> {
    await this.#scheduleSync();
    await this.#schedulePruning();
  }

  start(): void {
    this.#deriver.start();
  }

  /** What is not in the graph yet, this or another replica goes on with. */
  async stop(): Promise<void> {
    await this.#deriver.stop();
  }
}
