const FIRST_MS = 1000;
const LONGEST_MS = 30_000;
const CALM_MS = 120_000;

/**
 * How long to wait before a process that ended by itself is started again: a second, then twice as long each time
 * up to half a minute; from the beginning after two minutes without a crash.
 */
export class CrashBackoff {
  #delay = FIRST_MS;
  #last = -Infinity;

  /** Notes a crash at `now` (ms) and gives the wait in ms. */
  next(now: number): number {
    this.#delay =
      now - this.#last > CALM_MS
        ? FIRST_MS
        : Math.min(this.#delay * 2, LONGEST_MS);
    this.#last = now;
    return this.#delay;
  }
}
