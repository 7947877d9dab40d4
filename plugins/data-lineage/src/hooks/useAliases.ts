import { useApi } from '@backstage/frontend-plugin-api';
import { LineageName } from '@datalark/backstage-plugin-data-lineage-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { queryKeys } from './queryKeys';

/** Names that somebody said mean this dataset. */
export function useAliases(target: LineageName, isAsked: boolean) {
  const api = useApi(dataLineageApiRef);
  return useQuery({
    queryKey: queryKeys.aliases(),
    queryFn: ({ signal }) => api.listAliases({ signal }),
    enabled: isAsked,
    select: aliases =>
      aliases.filter(
        alias =>
          alias.target.namespace === target.namespace &&
          alias.target.name === target.name,
      ),
  });
}

/** Adds and removes names of a dataset; the picture is asked for anew, because nodes become one. */
export function useChangeAliases(target: LineageName) {
  const api = useApi(dataLineageApiRef);
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries();
  const add = useMutation({
    mutationFn: (name: LineageName) => api.addAlias({ name, target }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (name: LineageName) => api.removeAlias(name),
    onSuccess,
  });
  return { add, remove };
}
