import { EventFacts } from './EventFacts';

const MOST = 50_000;

/** Facts of events that were just written here, so that none is read twice. */
export class FreshFacts {
  readonly #facts = new Map<string, EventFacts>();

  put(id: string, facts: EventFacts): void {
    // What another replica has derived is never taken here.
    if (this.#facts.size >= MOST) this.#facts.clear();
    this.#facts.set(id, facts);
  }

  /** Gives them once. */
  take(id: string): EventFacts | undefined {
    const facts = this.#facts.get(id);
    this.#facts.delete(id);
    return facts;
  }
}
