import { useSyncExternalStore } from 'react';

const TICK = 1000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (!timer) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      listeners.forEach(notify => notify());
    }, TICK);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * The present in milliseconds, cut to `granularity` (default 10000) so that a
 * page full of times renders only when one of them changes. One timer for all.
 */
export function useNow(granularity = 10_000): number {
  return useSyncExternalStore(subscribe, () => {
    const current = timer ? now : Date.now();
    return current - (current % granularity);
  });
}
