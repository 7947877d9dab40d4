import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { queryKeys } from './queryKeys';
import { DeploymentTarget } from './useDeploymentQuery';

/** Ranges of the charts; the first is the default. */
export const METRIC_RANGES = ['1h', '6h', '24h', '7d', '30d'] as const;

/** One of {@link METRIC_RANGES}. */
export type MetricRange = (typeof METRIC_RANGES)[number];

const HOURS: Record<MetricRange, number> = {
  '1h': 1,
  '6h': 6,
  '24h': 24,
  '7d': 7 * 24,
  '30d': 30 * 24,
};

/** What was measured in the last hours or days, kept fresh. */
export function useMetricHistory(target: DeploymentTarget, range: MetricRange) {
  const api = useApi(dataJobsApiRef);
  return useQuery({
    queryKey: [
      ...queryKeys.ofDeployment(
        target.entityRef,
        target.environment,
        'metricHistory',
      ),
      range,
    ],
    queryFn: ({ signal }) => {
      const to = new Date();
      const from = new Date(to.getTime() - HOURS[range] * 3_600_000);
      return api.getMetricHistory(
        { ...target, from: from.toISOString(), to: to.toISOString() },
        { signal },
      );
    },
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}
