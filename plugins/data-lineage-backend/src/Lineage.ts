import {
  AuditorService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Knex } from 'knex';
import { createStores } from './database/Stores';
import { Deriver } from './derive/Deriver';
import { GraphWriter } from './derive/GraphWriter';
import { ColumnReader } from './graph/ColumnReader';
import { ColumnWalk } from './graph/ColumnWalk';
import { EdgeReader } from './graph/EdgeReader';
import { readGraphSettings } from './graph/GraphSettings';
import { GraphWalk } from './graph/GraphWalk';
import { NodeReader } from './graph/NodeReader';
import { EventQueue } from './ingest/EventQueue';
import { readIngestLimits } from './ingest/IngestLimits';
import { IngestService } from './ingest/IngestService';
import { Authorizer } from './service/Authorizer';
import { CurationService } from './service/CurationService';
import { GraphDeps, GraphService } from './service/GraphService';
import { NodeFinder } from './service/NodeFinder';
import { SearchService } from './service/SearchService';

/** What lineage is given by the back end. */
export type LineageOptions = {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  permissions: PermissionsService;
  auditor: AuditorService;
};

/** Everything that takes events and answers, put together; nothing runs before `start`. */
export class Lineage {
  readonly services;
  readonly #deriver: Deriver;

  constructor({ knex, config, logger, permissions, auditor }: LineageOptions) {
    const stores = createStores(knex);
    const writer = new GraphWriter(stores);
    const deriver = new Deriver({
      knex,
      events: stores.events,
      writer,
      logger,
    });
    const limits = readIngestLimits(config);
    const authorizer = new Authorizer(permissions);
    const edges = new EdgeReader(knex);
    const graph: GraphDeps = {
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
    this.#deriver = deriver;
    this.services = {
      stores,
      authorizer,
      limits,
      ingest: new IngestService({
        queue: new EventQueue(stores.events, () => deriver.kick()),
        deriver,
        limits,
      }),
      graph: new GraphService(graph),
      search: new SearchService(graph),
      curation: new CurationService({
        stores,
        authorizer,
        auditor,
        writer,
        deriver,
        graph,
      }),
    };
  }

  start(): void {
    this.#deriver.start();
  }

  /** What is not in the graph yet, this or another replica goes on with. */
  async stop(): Promise<void> {
    await this.#deriver.stop();
  }
}
