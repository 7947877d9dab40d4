import { JobMetric } from '@datalark/backstage-plugin-data-jobs-common';
import { formatBytes } from './formatBytes';

/** A metric's value with its unit. */
export function formatMetric(
  metric: Pick<JobMetric, 'value' | 'unit'>,
  number: (value: number, options?: Intl.NumberFormatOptions) => string,
): string {
  const { value, unit } = metric;
  switch (unit) {
    case 'bytes':
      return formatBytes(value, number);
    case 'bytes/s':
      return `${formatBytes(value, number)}/s`;
    case 'ratio':
      return number(value, { style: 'percent', maximumFractionDigits: 1 });
    case 'ms':
    case 'records/s':
      return `${number(value, { maximumFractionDigits: 1 })} ${unit}`;
    default:
      return number(value, { maximumFractionDigits: 2 });
  }
}
