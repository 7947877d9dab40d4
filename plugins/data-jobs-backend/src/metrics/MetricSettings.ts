import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { configuredMs } from '../configuredMs';

/** Averages are of this long. */
export const AVERAGED_MS = 5 * 60_000;

/** How jobs are measured over time. Times in milliseconds. */
export type MetricSettings = {
  /** Each running job is looked at about this often. */
  intervalMs: number;
  /** Jobs of one engine looked at per minute, however many there are. */
  looksPerMinute: number;
  /** How long samples are kept as they were read. */
  rawMs: number;
  /** How long their averages are kept. */
  averagesMs: number;
};

/** Reads `dataJobs.metrics`; an `InputError` names the key that is wrong. */
export function readMetricSettings(config: Config): MetricSettings {
  const time = (key: string, fallback: number, least: number) => {
    const full = `dataJobs.metrics.${key}`;
    const value = configuredMs(config, full) ?? fallback;
    if (value >= least) return value;
    throw new InputError(
      `${full} is too short: ${least / 1000} seconds are the least.`,
    );
  };
  const looksPerMinute =
    config.getOptionalNumber('dataJobs.metrics.looksPerMinute') ?? 36;
  if (!(looksPerMinute > 0)) {
    throw new InputError(
      'dataJobs.metrics.looksPerMinute must be more than 0.',
    );
  }
  return {
    intervalMs: time('interval', 10_000, 100),
    looksPerMinute,
    rawMs: time('keep', 24 * 3_600_000, 2 * AVERAGED_MS),
    averagesMs: time('keepAverages', 30 * 24 * 3_600_000, 2 * AVERAGED_MS),
  };
}
