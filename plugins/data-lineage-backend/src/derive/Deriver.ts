import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { OpenLineageEvent } from '@datalark/openlineage';
import { EventStore, PendingEvent } from '../database/EventStore';
import { factsOf } from '../ingest/factsOf';
import { FreshFacts } from '../ingest/FreshFacts';
import { EventToWrite, GraphWriter } from './GraphWriter';

/** Events that are brought into the graph in one transaction. */
const BATCH = 1_000;
const LOOK_EVERY_MS = 2_000;
/** While events flow, so much time of them goes together: one is as dear as fifty. */
const GATHER_MS = 100;

/**
 * Brings raw events into the graph, those that this replica has taken at once
 * and those that another has left behind soon after. One replica at a time.
 */
export class Deriver {
  #isDue = false;
  #loop: Promise<void> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isStopped = false;
  /** How many wait for the graph, and how to tell the loop. */
  #waiting = 0;
  #hurry: (() => void) | undefined;
  /** A rebuild by another replica makes what is remembered here wrong. */
  #generation = 0;

  constructor(
    private readonly deps: {
      knex: Knex;
      events: EventStore;
      writer: GraphWriter;
      fresh: FreshFacts;
      logger: LoggerService;
    },
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.kick(), LOOK_EVERY_MS);
    this.kick();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#isStopped = true;
    this.#hurry?.();
    await this.#loop;
  }

  /** There are events to derive. */
  kick(): void {
    this.#isDue = true;
    this.#loop ??= this.#run().finally(() => {
      this.#loop = undefined;
    });
  }

  /** Resolves when what was there before the call is in the graph, or failed. */
  async caughtUp(): Promise<void> {
    this.#waiting += 1;
    this.#hurry?.();
    try {
      await this.#loop;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #run(): Promise<void> {
    while (this.#isDue && !this.#isStopped) {
      this.#isDue = false;
      const began = Date.now();
      try {
        const count = await this.#batch();
        if (count === BATCH) this.#isDue = true;
        else await this.#gather(began + GATHER_MS - Date.now());
      } catch (error) {
        this.deps.writer.forget();
        this.deps.logger.warn(
          `Lineage events wait, the graph could not be written: ${error}`,
        );
        return;
      }
    }
  }

  /** Waits for more events, unless somebody waits for those there are. */
  async #gather(ms: number): Promise<void> {
    if (ms <= 0 || this.#waiting > 0 || this.#isStopped) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = undefined;
  }

  async #batch(): Promise<number> {
    const { knex, events, writer } = this.deps;
    try {
      return await knex.transaction(async trx => {
        const pending = await this.#pending(BATCH, trx);
        if (pending.length === 0) return 0;
        await writer.write(
          pending.map(event => this.#toWrite(event)),
          trx,
        );
        await events.derived(
          pending.map(({ seq }) => seq),
          trx,
        );
        return pending.length;
      });
    } catch (error) {
      writer.forget();
      this.deps.logger.debug(`Lineage events go one by one: ${error}`);
    }
    return this.#oneByOne();
  }

  /** A batch that fails has an event that cannot be derived: the others can. */
  async #oneByOne(): Promise<number> {
    const { knex, events, writer, logger } = this.deps;
    let done = 0;
    for (; done < BATCH; done += 1) {
      const seen = await knex.transaction(async trx => {
        const [event] = await this.#pending(1, trx);
        if (!event) return undefined;
        try {
          await trx.transaction(async inner => {
            await writer.write([this.#toWrite(event)], inner);
            await events.derived([event.seq], inner);
          });
        } catch (error) {
          writer.forget();
          logger.error(
            `Lineage event ${event.id} is not in the graph: ${error}`,
          );
          await events.failed(event.seq, String(error), trx);
        }
        return event;
      });
      if (!seen) break;
    }
    return done;
  }

  async #pending(limit: number, trx: Knex): Promise<PendingEvent[]> {
    // One writer at a time, in all replicas.
    const lock = await trx('locks')
      .where({ name: 'derive' })
      .forUpdate()
      .first();
    if (lock.generation !== this.#generation) this.deps.writer.forget();
    this.#generation = lock.generation;
    return this.deps.events.pending(limit, trx);
  }

  #toWrite(event: PendingEvent): EventToWrite {
    return {
      id: event.id,
      facts:
        this.deps.fresh.take(event.id) ??
        factsOf(JSON.parse(event.body()) as OpenLineageEvent),
      origin: event.origin,
      source: event.source,
    };
  }
}
