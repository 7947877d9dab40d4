import { useApi } from '@backstage/frontend-plugin-api';
import { DriftQuery } from '@datalark/backstage-plugin-data-lineage-common';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { queryKeys } from './queryKeys';

/** Disagreements of origins, page after page. */
export function useDrift(query: DriftQuery) {
  const api = useApi(dataLineageApiRef);
  return useInfiniteQuery({
    queryKey: queryKeys.drift(query),
    queryFn: ({ pageParam, signal }) =>
      api.listDrift(
        { ...query, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  });
}

/** The entity that would declare what drifts, as YAML. */
export function useDriftYaml(id: string) {
  const api = useApi(dataLineageApiRef);
  return useQuery({
    queryKey: queryKeys.driftYaml(id),
    queryFn: ({ signal }) => api.driftAsYaml(id, { signal }),
  });
}
