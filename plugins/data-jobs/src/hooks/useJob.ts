import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { POLL_INTERVAL } from './DataJobsQueryProvider';
import { queryKeys } from './queryKeys';

/** One job with all its deployments, kept fresh. */
export function useJob(entityRef: string) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: queryKeys.job(entityRef),
    queryFn: ({ signal }) => api.getJob(entityRef, { signal }),
    refetchInterval: POLL_INTERVAL,
  });
}
