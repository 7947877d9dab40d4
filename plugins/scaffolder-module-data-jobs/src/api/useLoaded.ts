import { useEffect, useState } from 'react';

/** What became of a question to the portal. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ok'; value: T }
  | { state: 'failed'; error: Error };

/** Asks once, and again when `load` is another function; stops when the field goes away. */
export function useLoaded<T>(
  load: (signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    setLoaded({ state: 'loading' });
    load(controller.signal).then(
      value => {
        if (!controller.signal.aborted) setLoaded({ state: 'ok', value });
      },
      error => {
        if (!controller.signal.aborted) setLoaded({ state: 'failed', error });
      },
    );
    return () => controller.abort();
  }, [load]);
  return loaded;
}
