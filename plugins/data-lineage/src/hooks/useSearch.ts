import { useApi } from '@backstage/frontend-plugin-api';
import { SearchQuery } from '@datalark/backstage-plugin-data-lineage-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { queryKeys } from './queryKeys';

/** The first page of what a text finds; nothing while it is not asked for. */
export function useSearch(query: SearchQuery, isAsked = true) {
  const api = useApi(dataLineageApiRef);
  return useQuery({
    queryKey: queryKeys.search(query),
    queryFn: ({ signal }) => api.search(query, { signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
}
