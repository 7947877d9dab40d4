import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 150;

/**
 * Asks again and again until the answer satisfies; else says what the last one was, or how it failed.
 *
 * @public
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  satisfied: (value: T) => unknown,
  timeoutMs = 120_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await ask();
      if (satisfied(value)) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Waited ${timeoutMs / 1000} s for ${what}; last: ${
          last instanceof Error
            ? last.message
            : JSON.stringify(last)?.slice(0, 2000)
        }`,
      );
    }
    await sleep(EVERY_MS);
  }
}
