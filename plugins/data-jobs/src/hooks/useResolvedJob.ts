import { useApi } from '@backstage/frontend-plugin-api';
import { DataJobsApi } from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';
import { DeploymentTarget } from './useDeploymentQuery';

/** A job as an environment runs it; `version`: what runs there now. */
export function useResolvedJob(target: DeploymentTarget, version?: number) {
  const api = useApi(dataJobsApiRef);
  const { entityRef, environment } = target;
  return useQuery({
    queryKey: [
      ...queryKeys.ofDeployment(entityRef, environment, 'resolved'),
      version,
    ],
    queryFn: ({ signal }) =>
      api.getResolvedJob({ entityRef, environment, version }, { signal }),
  });
}

/** What differs between two environments or versions. */
export function useJobComparison(
  request: Parameters<DataJobsApi['compareResolvedJobs']>[0],
  options: { enabled: boolean },
) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: [...queryKeys.job(request.entityRef), 'comparison', request],
    queryFn: ({ signal }) => api.compareResolvedJobs(request, { signal }),
    enabled: options.enabled,
  });
}
