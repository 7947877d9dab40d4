import { deflateRawSync, inflateRawSync } from 'zlib';
import { Knex } from 'knex';
import { isAnyOf, isPostgres } from './manyRows';

/** A raw event as it came in. */
export type RawEvent = {
  /** Of its content, origin and source. */
  id: string;
  /** Index in `ORIGINS`. */
  origin: number;
  source: string;
  runKey: string;
  eventTime: number;
  receivedAt: number;
  /** Who sent it, when somebody did. */
  sentBy?: string;
  /** JSON. */
  body: string;
};

/** A raw event that the graph does not have yet. */
export type PendingEvent = Omit<RawEvent, 'body'> & {
  seq: number;
  /** JSON; unpacked when asked for. */
  body(): string;
};

const COLUMNS = [
  'id',
  'origin',
  'source',
  'run_key',
  'event_time',
  'received_at',
  'sent_by',
  'body',
];

/** At this level it takes 50 µs for 3 kB, and leaves a fifth. */
const pack = (body: string) => deflateRawSync(body, { level: 1 });
const unpack = (body: Buffer) => inflateRawSync(body).toString('utf8');

const fromRow = (row: any): PendingEvent => ({
  seq: Number(row.seq),
  id: row.id,
  origin: row.origin,
  source: row.source,
  runKey: row.run_key,
  eventTime: Number(row.event_time),
  receivedAt: Number(row.received_at),
  sentBy: row.sent_by ?? undefined,
  body: () => unpack(row.body),
});

/** Raw events: what the graph is made of, and made of again. */
export class EventStore {
  constructor(private readonly knex: Knex) {}

  /** All or none. What there is already stays, and is not derived again. */
  async append(events: readonly RawEvent[]): Promise<void> {
    const rows = events.map(event => [
      event.id,
      event.origin,
      event.source,
      event.runKey,
      event.eventTime,
      event.receivedAt,
      event.sentBy ?? null,
      pack(event.body),
    ]);
    if (isPostgres(this.knex)) {
      const names = COLUMNS.join(', ');
      // Numbered as they came, but written in one order: replicas that are sent
      // the same would wait for each other.
      await this.knex.raw(
        `with given as materialized (
           select nextval(pg_get_serial_sequence('events', 'seq')) as seq, ${names}
           from unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bytea[])
             as came (${names})
         ), added as (
           insert into events (seq, ${names})
           select seq, ${names} from given order by id
           on conflict (id) do nothing returning seq
         ) insert into pending_events (seq) select seq from added`,
        COLUMNS.map((_, index) => rows.map(row => row[index]) as any),
      );
      return;
    }
    await this.knex.transaction(async trx => {
      for (let i = 0; i < rows.length; i += 500) {
        const added = await trx('events')
          .insert(
            rows
              .slice(i, i + 500)
              .map(row =>
                Object.fromEntries(
                  COLUMNS.map((name, index) => [name, row[index]]),
                ),
              ),
          )
          .onConflict('id')
          .ignore()
          .returning('seq');
        if (added.length > 0) await trx('pending_events').insert(added);
      }
    });
  }

  /** The oldest of what is not in the graph yet. */
  async pending(limit: number, knex: Knex): Promise<PendingEvent[]> {
    const rows = await knex('pending_events as p')
      .join('events as e', 'e.seq', 'p.seq')
      .orderBy('p.seq')
      .limit(limit)
      .select('e.*');
    return rows.map(fromRow);
  }

  /** Raw events, newest first, before one; `problem`: the graph is without it. */
  async page(
    limit: number,
    before?: number,
  ): Promise<(PendingEvent & { problem?: string })[]> {
    const rows = await this.knex('events')
      .where(q => before !== undefined && q.where('seq', '<', before))
      .orderBy('seq', 'desc')
      .limit(limit);
    return rows.map(row => ({
      ...fromRow(row),
      problem: row.problem ?? undefined,
    }));
  }

  async countPending(): Promise<number> {
    const [{ count }] = await this.knex('pending_events').count({ count: '*' });
    return Number(count);
  }

  /** The graph has them now. */
  async derived(seqs: readonly number[], knex: Knex): Promise<void> {
    await knex('pending_events').where(isAnyOf(knex, 'seq', seqs)).delete();
  }

  /** The graph goes without this one. */
  async failed(seq: number, problem: string, knex: Knex): Promise<void> {
    await knex('events').where({ seq }).update({ problem });
    await knex('pending_events').where({ seq }).delete();
  }

  /** All are to come into the graph again. */
  async deriveAllAgain(knex: Knex): Promise<void> {
    await knex('pending_events').delete();
    await knex('events').update({ problem: null }).whereNotNull('problem');
    await knex.raw('insert into pending_events (seq) select seq from events');
  }
}
