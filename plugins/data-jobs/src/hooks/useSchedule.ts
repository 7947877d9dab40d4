import { POLL_INTERVAL } from './DataJobsQueryProvider';
import { DeploymentTarget, useDeploymentQuery } from './useDeploymentQuery';

/** The schedule of a job that has one, with its next times and what became of others. */
export function useSchedule(target: DeploymentTarget, enabled: boolean) {
  return useDeploymentQuery('getSchedule', target, {
    interval: POLL_INTERVAL,
    enabled,
  });
}
