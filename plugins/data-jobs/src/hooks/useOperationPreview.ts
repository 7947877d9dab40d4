import { useApi } from '@backstage/frontend-plugin-api';
import {
  OperationParams,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';
import { DeploymentTarget } from './useDeploymentQuery';

/** What a verb would do with these parameters; always asked anew. */
export function useOperationPreview(
  target: DeploymentTarget & { verb: Verb; params: OperationParams },
  options: { enabled: boolean },
) {
  const api = useApi(dataJobsApiRef);
  const { entityRef, environment, verb, params } = target;
  return useQuery({
    queryKey: [
      ...queryKeys.ofDeployment(entityRef, environment, 'preview'),
      verb,
      params,
    ],
    queryFn: ({ signal }) =>
      api.previewOperation(
        { entityRef, environment, verb, params },
        { signal },
      ),
    enabled: options.enabled,
    placeholderData: previous => previous,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}
