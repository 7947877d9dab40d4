import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';

/** All engines. `interval`: milliseconds between looks, default 15000. */
export function useEngines(interval = 15000) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: queryKeys.engines(),
    queryFn: ({ signal }) => api.listEngines({ signal }),
    refetchInterval: interval,
  });
}
