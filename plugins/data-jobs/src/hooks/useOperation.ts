import { useApi } from '@backstage/frontend-plugin-api';
import { Operation } from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';

/** Tells whether an operation has come to its end. */
export function isFinal(operation: Operation): boolean {
  return operation.state !== 'pending' && operation.state !== 'running';
}

/** One operation, looked at every second until it ends, also in a hidden tab. */
export function useOperation(id: string, initial?: Operation) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: queryKeys.operation(id),
    queryFn: ({ signal }) => api.getOperation(id, { signal }),
    initialData: initial,
    refetchInterval: query =>
      query.state.data && isFinal(query.state.data) ? false : 1000,
    refetchIntervalInBackground: true,
  });
}
