import { EventStore, RawEvent } from '../database/EventStore';

type Waiting = {
  events: RawEvent[];
  resolve(): void;
  reject(error: unknown): void;
};

/** Written in one transaction at most. */
const MOST_ROWS = 2_000;

/**
 * Makes events durable: whatever comes in while one transaction is under way
 * shares the next.
 */
export class EventQueue {
  #waiting: Waiting[] = [];
  #size = 0;
  #writing = false;

  constructor(
    private readonly store: EventStore,
    private readonly written: () => void,
  ) {}

  /** Events that wait to be written. */
  get size(): number {
    return this.#size;
  }

  /** Resolves when they are durable; rejects when none of them is. */
  async write(events: RawEvent[]): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ events, resolve, reject });
    });
    this.#size += events.length;
    this.#start();
    await done;
  }

  async #start(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      const events = batch.flatMap(waiting => waiting.events);
      try {
        await this.store.append(events);
        this.written();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      this.#size -= events.length;
    }
    this.#writing = false;
  }

  #take(): Waiting[] {
    let rows = 0;
    let count = 0;
    for (const { events } of this.#waiting) {
      if (count > 0 && rows + events.length > MOST_ROWS) break;
      rows += events.length;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }
}
