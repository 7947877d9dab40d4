import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createStores } from '../database/Stores';
import { Deriver } from '../derive/Deriver';
import { GraphWriter } from '../derive/GraphWriter';
import { FreshFacts } from '../ingest/FreshFacts';
import { EventQueue } from '../ingest/EventQueue';
import { IngestService } from '../ingest/IngestService';
import { OPEN } from '../derive/Interval';

/** The way from events to the graph, over one database. */
export class TestLineage {
  readonly fresh = new FreshFacts();
  readonly logger = mockServices.logger.mock();
  readonly stores;
  readonly writer;
  readonly deriver;
  readonly ingest;

  constructor(readonly knex: Knex) {
    this.stores = createStores(knex);
    this.writer = new GraphWriter(this.stores);
    this.deriver = new Deriver({
      knex,
      events: this.stores.events,
      writer: this.writer,
      fresh: this.fresh,
      logger: this.logger,
    });
    this.ingest = new IngestService({
      queue: new EventQueue(this.stores.events, () => this.deriver.kick()),
      deriver: this.deriver,
      fresh: this.fresh,
      limits: {
        eventBytes: 10_000_000,
        requestBytes: 50_000_000,
        batchEvents: 10_000,
        waitingEvents: 10_000,
      },
    });
  }

  /** Takes events and waits for the graph. */
  async take(
    events: readonly unknown[],
    options: { origin?: any; source?: string } = {},
  ) {
    const answer = await this.ingest.ingest(events, {
      source: 'http',
      ...options,
    });
    await this.deriver.caughtUp();
    return answer;
  }

  /** Everything that the graph says, without the numbers of rows. */
  async graph() {
    const { knex } = this;
    const nodes = new Map<number, any>(
      (await knex('nodes')).map((row: any) => [row.id, row]),
    );
    const named = (id: number) =>
      `${nodes.get(id).type} ${nodes.get(id).namespace}|${nodes.get(id).name}`;
    const columns = new Map<number, string>(
      (await knex('columns')).map((row: any) => [
        row.id,
        `${named(row.node_id)}.${row.name}`,
      ]),
    );
    const how = new Map<number, string>(
      (await knex('transformations')).map((row: any) => [row.id, row.body]),
    );
    const scopes = new Map<number, any>(
      (await knex('scopes')).map((row: any) => [row.id, row]),
    );
    const read = async (
      table: string,
      from: (id: number) => string,
      to: (id: number) => string,
    ) =>
      (await knex(table).whereNull('superseded_at'))
        .map((row: any) =>
          [
            `${from(row.from_id)} > ${to(row.to_id)}`,
            how.get(row.transformation_id) ?? (row.is_lookup ? '?' : ''),
            `${row.origin} ${scopes.get(row.scope_id).source}`,
            named(scopes.get(row.scope_id).node_id),
            `${Number(row.valid_from)}-${
              Number(row.valid_to) === OPEN ? '' : Number(row.valid_to)
            }`,
          ].join(' '),
        )
        .sort();
    return {
      edges: await read('edges', named, named),
      columns: await read(
        'column_edges',
        id => columns.get(id)!,
        id => columns.get(id)!,
      ),
      influences: await read('influences', id => columns.get(id)!, named),
      lifecycle: [
        ...(await knex('drops')).map(
          (row: any) =>
            `${named(row.node_id)} dropped ${Number(row.dropped_at)}`,
        ),
        ...(await knex('lives')).map(
          (row: any) => `${named(row.node_id)} there ${Number(row.alive_at)}`,
        ),
      ].sort(),
      leads: [...nodes.keys()]
        .map(id => `${named(id)} = ${named(nodes.get(id).canonical_id)}`)
        .sort(),
      schemas: (await knex('schemas'))
        .map((row: any) =>
          [
            named(row.node_id),
            row.fields,
            Number(row.first_at),
            Number(row.last_at),
          ].join(' '),
        )
        .sort(),
      scopes: [...scopes.values()]
        .map(row =>
          [
            named(row.node_id),
            row.origin,
            row.source,
            Number(row.last_seen_at),
            row.run_state,
            row.processing,
            row.integration,
          ].join(' '),
        )
        .sort(),
    };
  }
}
