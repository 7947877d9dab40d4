import type { EngineSettings, FlinkVersion } from './engineService';

/** Whether this Flink tells listeners what becomes of jobs (FLIP-314): since 2.0. */
export function hasStatusListeners(version: FlinkVersion): boolean {
  return !version.startsWith('1.');
}

/** Lines of `config.yaml` that make Flink report its jobs; none without a receiver. */
export function openLineageConfig({
  flinkVersion,
  openLineage,
}: Pick<EngineSettings, 'flinkVersion' | 'openLineage'>): string[] {
  if (!openLineage || !hasStatusListeners(flinkVersion)) return [];
  const url = new URL(openLineage.url);
  const endpoint = url.pathname === '/' ? '/api/v1/lineage' : url.pathname;
  const { token, jobNamespace = 'datalark' } = openLineage;
  return [
    'execution.job-status-changed-listeners: io.openlineage.flink.listener.OpenLineageJobStatusChangedListenerFactory',
    'openlineage.transport.type: http',
    `openlineage.transport.url: ${url.origin}`,
    `openlineage.transport.endpoint: ${endpoint}`,
    // Flink's REST hides the value of a key like this one
    ...(token
      ? [
          'openlineage.transport.auth.type: api_key',
          `openlineage.transport.auth.apiKey: ${token}`,
        ]
      : []),
    `openlineage.job.namespace: ${jobNamespace}`,
    // without the next line only START and RUNNING come, never COMPLETE, FAIL or ABORT
    'openlineage.enableDetachedJobTracking: true',
    // RUNNING comes when checkpoints were taken since: a sign of life, not a flood
    'openlineage.trackingIntervalInSeconds: 300',
  ];
}
