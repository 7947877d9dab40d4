import { useApi } from '@backstage/frontend-plugin-api';
import { NodeId } from '@datalark/backstage-plugin-data-lineage-common';
import { useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { queryKeys } from './queryKeys';

/** When something changed around nodes, also at what holds no more. */
export function useChangeTimes(query: { nodes: NodeId[]; depth?: number }) {
  const api = useApi(dataLineageApiRef);
  return useQuery({
    queryKey: queryKeys.times(query),
    queryFn: ({ signal }) => api.getTimes(query, { signal }),
    enabled: query.nodes.length > 0,
  });
}
