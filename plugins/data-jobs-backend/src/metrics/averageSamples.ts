import {
  METRIC_SERIES,
  MetricSample,
  MetricSeriesName,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredSample } from '../database/MetricStore';

/**
 * Puts samples together, one per `stepMs` that has any: gauges become their
 * average, counters the last count. Expects the oldest first.
 */
export function averageSamples(
  samples: StoredSample[],
  stepMs: number,
): StoredSample[] {
  const groups = new Map<number, StoredSample[]>();
  for (const sample of samples) {
    const at = Math.floor(sample.at / stepMs) * stepMs;
    const group = groups.get(at);
    if (group) group.push(sample);
    else groups.set(at, [sample]);
  }
  return [...groups].map(([at, group]) => ({
    at,
    runId: group[group.length - 1].runId,
    values: averageOf(group),
  }));
}

function averageOf(group: StoredSample[]): MetricSample {
  const values: MetricSample = {};
  for (const name of Object.keys(METRIC_SERIES) as MetricSeriesName[]) {
    const known = group.flatMap(({ values: { [name]: value } }) =>
      value === undefined ? [] : [value],
    );
    if (!known.length) continue;
    values[name] =
      METRIC_SERIES[name].kind === 'counter'
        ? known[known.length - 1]
        : known.reduce((a, b) => a + b, 0) / known.length;
  }
  return values;
}
