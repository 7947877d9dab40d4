import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; rejects with the signal's own reason when that aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(error => {
    signal.throwIfAborted();
    throw error;
  });
}

/** Tells whether an error, or the reason of a signal, is a time limit. */
export function isTimeLimit(reason: unknown): boolean {
  return (reason as Error | undefined)?.name === 'TimeoutError';
}
