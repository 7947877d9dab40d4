import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { POLL_INTERVAL } from './DataJobsQueryProvider';
import { queryKeys } from './queryKeys';
import { DeploymentTarget } from './useDeploymentQuery';

/** So many runs are asked for at most. */
export const MOST_RUNS = 60;

/** The newest runs of a deployment, kept fresh; the strip and the table share them. */
export function useRuns({ entityRef, environment }: DeploymentTarget) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: queryKeys.ofDeployment(entityRef, environment, 'listRuns'),
    queryFn: ({ signal }) =>
      api.listRuns({ entityRef, environment, limit: MOST_RUNS }, { signal }),
    refetchInterval: POLL_INTERVAL,
  });
}
