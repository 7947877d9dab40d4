import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';

/** All versions of a job's definition, newest first. `latest`: the newest known; a newer one loads the list again. */
export function useVersions(entityRef: string, latest: number) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: queryKeys.versions(entityRef, latest),
    queryFn: async ({ signal }) =>
      [...(await api.listVersions(entityRef, { signal }))].sort(
        (a, b) => b.version - a.version,
      ),
    placeholderData: previous => previous,
  });
}
