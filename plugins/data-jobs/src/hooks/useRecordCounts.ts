import {
  Deployment,
  JobMetric,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useDeploymentQuery } from './useDeploymentQuery';

/** Records of the present run; undefined is not known. */
export type RecordCounts = { read?: number; written?: number };

/** The counts of the last look, or, where a look has none, of the metrics. */
export function useRecordCounts(deployment: Deployment): RecordCounts {
  const { entityRef, environment, observation } = deployment;
  const { records, state } = observation;
  const metrics = useDeploymentQuery(
    'getMetrics',
    { entityRef, environment },
    { interval: 5000, enabled: !records && state === 'running' },
  );
  if (records) return records;
  if (metrics.data?.status !== 'ok' || state !== 'running') return {};
  return {
    read: total(metrics.data.value, 'records read'),
    written: total(metrics.data.value, 'records written'),
  };
}

function total(metrics: JobMetric[], name: string): number | undefined {
  return metrics.find(metric => metric.name === name && !metric.scope)?.value;
}
