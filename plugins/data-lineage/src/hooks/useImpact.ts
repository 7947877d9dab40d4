import { useApi } from '@backstage/frontend-plugin-api';
import { ImpactQuery } from '@datalark/backstage-plugin-data-lineage-common';
import { useMutation, useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { queryKeys } from './queryKeys';

/** What depends on something; nothing while it is not said on what. */
export function useImpact(query: ImpactQuery | undefined) {
  const api = useApi(dataLineageApiRef);
  return useQuery({
    queryKey: queryKeys.impact(query),
    queryFn: ({ signal }) => api.getImpact(query!, { signal }),
    enabled: Boolean(query),
  });
}

/** Writes to the owners of what depends on something. */
export function useNotifyOwners(query: ImpactQuery) {
  const api = useApi(dataLineageApiRef);
  return useMutation({
    mutationFn: (message: string) => api.notifyOwners({ ...query, message }),
  });
}
