import { EngineObservation } from './EngineObservation';

/**
 * Turns one question to an engine into `JobEngine.observe`: asks every
 * `everyMs`, backs off to `maxMs` while there is no answer, and stops when
 * `signal` aborts. An answer that took longer than `timeoutMs` counts as none.
 *
 * @public
 */
export async function* pollObservations(options: {
  read(signal: AbortSignal): Promise<EngineObservation>;
  signal: AbortSignal;
  /** Default 2000. */
  everyMs?: number;
  /** Default 10000: so long may an engine be back before anybody knows. */
  maxMs?: number;
  /** Default 10000. */
  timeoutMs?: number;
}): AsyncIterable<EngineObservation> {
  const {
    read,
    signal,
    everyMs = 2_000,
    maxMs = 10_000,
    timeoutMs = 10_000,
  } = options;
  let silent = 0;
  while (!signal.aborted) {
    let observation: EngineObservation;
    try {
      observation = await read(
        AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      );
    } catch (error) {
      if (signal.aborted) return;
      observation = {
        reachable: false,
        observedAt: new Date().toISOString(),
        message: error instanceof Error ? error.message : String(error),
      };
    }
    yield observation;
    silent = observation.reachable ? 0 : silent + 1;
    await pause(Math.min(maxMs, everyMs * 2 ** Math.min(silent, 10)), signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
  });
}
