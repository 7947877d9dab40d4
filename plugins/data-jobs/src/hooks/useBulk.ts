import { useApi } from '@backstage/frontend-plugin-api';
import { BulkOperation } from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';

/** Operations of a bulk request that have not ended. */
export function openCount({ counts }: BulkOperation): number {
  return counts.pending + counts.running;
}

/** A bulk request, looked at every second until all of it has ended. */
export function useBulk(id: string) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: queryKeys.bulk(id),
    queryFn: ({ signal }) => api.getBulk(id, { signal }),
    refetchInterval: query =>
      query.state.data && openCount(query.state.data) === 0 ? false : 1000,
  });
}
