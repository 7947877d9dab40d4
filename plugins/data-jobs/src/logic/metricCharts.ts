import {
  METRIC_SERIES,
  MetricHistory,
  MetricSeries,
  MetricSeriesName,
} from '@datalark/backstage-plugin-data-jobs-common';

/** Charts of a job, each with the series that share its axis. */
export const METRIC_CHARTS = {
  recordRate: ['recordsReadRate', 'recordsWrittenRate'],
  records: ['recordsRead', 'recordsWritten'],
  byteRate: ['bytesReadRate', 'bytesWrittenRate'],
  bytes: ['bytesRead', 'bytesWritten'],
  load: ['busy', 'backpressured'],
  sourceLag: ['sourceLag'],
  checkpointDuration: ['checkpointDuration'],
  checkpointSize: ['checkpointSize'],
  checkpoints: ['checkpointsCompleted', 'checkpointsFailed'],
  restarts: ['restarts'],
} as const satisfies Record<string, readonly MetricSeriesName[]>;

/** A key of {@link METRIC_CHARTS}. */
export type MetricChartId = keyof typeof METRIC_CHARTS;

/** The charts that have something to show, and the series that nobody offered. */
export function chartsOf(history: Pick<MetricHistory, 'series'>): {
  charts: Array<{ id: MetricChartId; series: MetricSeries[] }>;
  missing: MetricSeriesName[];
} {
  const found = new Map(history.series.map(one => [one.name, one]));
  const ids = Object.keys(METRIC_CHARTS) as MetricChartId[];
  return {
    charts: ids.flatMap(id => {
      const names: readonly MetricSeriesName[] = METRIC_CHARTS[id];
      const series = names.flatMap(name => found.get(name) ?? []);
      return series.length ? [{ id, series }] : [];
    }),
    missing: (Object.keys(METRIC_SERIES) as MetricSeriesName[]).filter(
      name => !found.has(name),
    ),
  };
}
