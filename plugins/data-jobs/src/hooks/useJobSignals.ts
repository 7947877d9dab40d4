import { useEffect } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { useQueryClient } from '@tanstack/react-query';

/** Refetches what a message on the channel `data-jobs` names. Polling goes on without it. */
export function useJobSignals() {
  const client = useQueryClient();
  const { lastSignal } = useSignal<{ entityRef?: string }>('data-jobs');
  useEffect(() => {
    if (!lastSignal) return;
    const { entityRef } = lastSignal;
    client.invalidateQueries({ queryKey: ['jobs'] });
    client.invalidateQueries({
      queryKey: entityRef ? ['job', entityRef] : ['job'],
    });
  }, [client, lastSignal]);
}
