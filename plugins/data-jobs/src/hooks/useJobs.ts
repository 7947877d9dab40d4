import { useApi } from '@backstage/frontend-plugin-api';
import { JobQuery } from '@datalark/backstage-plugin-data-jobs-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { POLL_INTERVAL } from './DataJobsQueryProvider';
import { queryKeys } from './queryKeys';

/** One page of jobs, kept fresh. */
export function useJobs(query: JobQuery) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: queryKeys.jobs(query),
    queryFn: ({ signal }) => api.listJobs(query, { signal }),
    refetchInterval: POLL_INTERVAL,
    placeholderData: keepPreviousData,
  });
}
