import {
  JobMetric,
  MetricSample,
} from '@datalark/backstage-plugin-data-jobs-common';
import { isRecord, numberField } from './field';

/**
 * Rows that a job read and wrote: the totals, or where those are missing the
 * sums of what the server counts per table.
 */
export function readRecords(
  metrics: Record<string, unknown>,
): { read?: number; written?: number } | undefined {
  const read = total(metrics, 'SourceReceivedCount');
  const written = total(metrics, 'SinkWriteCount');
  if (read === undefined && written === undefined) return undefined;
  return {
    ...(read !== undefined && { read }),
    ...(written !== undefined && { written }),
  };
}

/** The totals that are kept over time, where the server tells them. */
export function readSample(metrics: Record<string, unknown>): MetricSample {
  const sample = {
    recordsRead: total(metrics, 'SourceReceivedCount'),
    recordsWritten: total(metrics, 'SinkWriteCount'),
    bytesRead: total(metrics, 'SourceReceivedBytes'),
    bytesWritten: total(metrics, 'SinkWriteBytes'),
  };
  return Object.fromEntries(
    Object.entries(sample).filter(([, value]) => value !== undefined),
  );
}

function total(
  metrics: Record<string, unknown>,
  name: string,
): number | undefined {
  const whole = numberField(metrics, name);
  if (whole !== undefined) return whole;
  const perTable = metrics[`Table${name}`];
  if (!isRecord(perTable)) return undefined;
  const parts = Object.keys(perTable).map(key => numberField(perTable, key));
  return parts.length > 0
    ? parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
    : undefined;
}

/** All numbers of a job, totals first, then per table. */
export function readMetrics(metrics: Record<string, unknown>): JobMetric[] {
  const result: JobMetric[] = [];
  for (const name of Object.keys(metrics)) {
    const value = metrics[name];
    if (isRecord(value)) {
      for (const table of Object.keys(value)) {
        const part = numberField(value, table);
        if (part !== undefined) result.push(metric(name, part, table));
      }
    } else {
      const whole = numberField(metrics, name);
      if (whole !== undefined) result.push(metric(name, whole));
    }
  }
  return result.sort(
    (a, b) =>
      Number(a.scope !== undefined) - Number(b.scope !== undefined) ||
      (a.scope ?? '').localeCompare(b.scope ?? '') ||
      a.name.localeCompare(b.name),
  );
}

function metric(name: string, value: number, scope?: string): JobMetric {
  const unit = unitOf(name);
  return { name, value, ...(unit && { unit }), ...(scope && { scope }) };
}

function unitOf(name: string): JobMetric['unit'] {
  if (name.endsWith('BytesPerSeconds')) return 'bytes/s';
  if (name.endsWith('QPS')) return 'records/s';
  if (name.endsWith('Bytes')) return 'bytes';
  if (/(Received|Write|Committed)Count$/.test(name)) return 'records';
  return undefined;
}
