import { MetricSample } from '@datalark/backstage-plugin-data-jobs-common';
import { StoredSample } from '../database/MetricStore';

const RATES = [
  ['recordsRead', 'recordsReadRate'],
  ['recordsWritten', 'recordsWrittenRate'],
  ['bytesRead', 'bytesReadRate'],
  ['bytesWritten', 'bytesWrittenRate'],
] as const;

/**
 * Adds how fast the totals grew since the sample before. Nothing is added
 * after a gap longer than `maxGapMs`, in a new run, or where a total fell: the
 * engine began to count anew.
 */
export function withRates(
  sample: { at: number; runId?: string; values: MetricSample },
  before: StoredSample | undefined,
  maxGapMs: number,
): StoredSample {
  const elapsed = sample.at - (before?.at ?? sample.at);
  if (
    !before ||
    before.runId !== sample.runId ||
    elapsed <= 0 ||
    elapsed > maxGapMs
  ) {
    return sample;
  }
  const values = { ...sample.values };
  for (const [total, rate] of RATES) {
    const now = values[total];
    const then = before.values[total];
    if (now === undefined || then === undefined || now < then) continue;
    values[rate] ??= ((now - then) / elapsed) * 1_000;
  }
  return { ...sample, values };
}
