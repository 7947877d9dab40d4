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
 * The present in milliseconds, looked at again each time `granularity`
 * (default 10000) milliseconds have gone, so that a page full of times does
 * not render all the time. One timer for all.
 */
export function useNow(granularity = 10_000): number {
  useSyncExternalStore(subscribe, () =>
    Math.floor((timer ? now : Date.now()) / granularity),
  );
  return Date.now();
}
