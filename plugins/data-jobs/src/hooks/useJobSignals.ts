import { useEffect, useRef } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';

/** Lists are loaded at most so often, however much changes. */
const GATHER_MS = 500;

/** Refetches what a message on the channel `data-jobs` names. Polling goes on without it. */
export function useJobSignals() {
  const client = useQueryClient();
  const { lastSignal } = useSignal<{ entityRef?: string }>('data-jobs');
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => {
    if (!lastSignal) return;
    const { entityRef } = lastSignal;
    client.invalidateQueries({
      queryKey: entityRef ? queryKeys.job(entityRef) : queryKeys.everyJob(),
    });
    if (waiting.current) return;
    client.invalidateQueries({ queryKey: queryKeys.allJobs() });
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      client.invalidateQueries({ queryKey: queryKeys.allJobs() });
    }, GATHER_MS);
  }, [client, lastSignal]);
}
