import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { POLL_INTERVAL } from './DataJobsQueryProvider';
import { queryKeys } from './queryKeys';
import { DeploymentTarget } from './useDeploymentQuery';

/** The schedule of a job that has one, with its next times and what became of others. */
export function useSchedule(target: DeploymentTarget, enabled: boolean) {
  const api = useApi(dataJobsApiRef);
  const { entityRef, environment } = target;
  return useQuery({
    queryKey: queryKeys.ofDeployment(entityRef, environment, 'schedule'),
    queryFn: ({ signal }) =>
      api.getSchedule({ entityRef, environment }, { signal }),
    refetchInterval: POLL_INTERVAL,
    enabled,
  });
}
