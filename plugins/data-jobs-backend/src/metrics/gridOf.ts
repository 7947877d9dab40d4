import {
  METRIC_SERIES,
  MetricSeries,
  MetricSeriesName,
} from '@datalark/backstage-plugin-data-jobs-common';
import { StoredSample } from '../database/MetricStore';
import { averageSamples } from './averageSamples';

/** Samples on an even time axis: what was not measured is `null`, a gap. */
export function gridOf(
  samples: StoredSample[],
  range: { from: number; to: number; stepMs: number },
): { times: number[]; series: MetricSeries[] } {
  const { from, to, stepMs } = range;
  const times: number[] = [];
  const first = Math.floor(from / stepMs) * stepMs;
  for (let at = first; at < to; at += stepMs) times.push(at);
  const indexOf = new Map(times.map((at, index) => [at, index]));
  const series = new Map<MetricSeriesName, MetricSeries>();
  for (const { at, values } of averageSamples(samples, stepMs)) {
    const index = indexOf.get(at);
    if (index === undefined) continue;
    for (const [key, value] of Object.entries(values)) {
      const name = key as MetricSeriesName;
      if (!METRIC_SERIES[name] || value === undefined) continue;
      let one = series.get(name);
      if (!one) {
        const { unit } = METRIC_SERIES[name];
        one = { name, unit, values: times.map(() => null) };
        series.set(name, one);
      }
      one.values[index] = value;
    }
  }
  const order = Object.keys(METRIC_SERIES);
  return {
    times,
    series: [...series.values()].sort(
      (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
    ),
  };
}

/**
 * How far apart samples usually are, so that looking less often is not shown
 * as gaps: the distance of nine in ten where turns come a bit earlier or later,
 * the median where there are real gaps. Undefined with fewer than two samples.
 */
export function usualDistance(samples: StoredSample[]): number | undefined {
  if (samples.length < 2) return undefined;
  const distances = samples
    .slice(1)
    .map((sample, index) => sample.at - samples[index].at)
    .sort((a, b) => a - b);
  const quantile = (share: number) =>
    distances[Math.floor((distances.length - 1) * share)];
  const median = quantile(0.5);
  const most = quantile(0.9);
  return most <= 2 * median ? most : median;
}
