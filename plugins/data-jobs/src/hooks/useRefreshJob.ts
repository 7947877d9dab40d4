import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';

/** Asks anew, at once, for a job that was changed and for the lists it is in. */
export function useRefreshJob(): (entityRef: string) => void {
  const client = useQueryClient();
  return useCallback(
    entityRef => {
      client.invalidateQueries({ queryKey: queryKeys.allJobs() });
      client.invalidateQueries({ queryKey: queryKeys.job(entityRef) });
    },
    [client],
  );
}
