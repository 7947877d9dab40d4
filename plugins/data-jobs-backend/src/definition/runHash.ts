import { createHash } from 'crypto';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';

/** Fields that say who and what for, not how it runs. */
const DESCRIPTIVE = new Set([
  'lifecycle',
  'owner',
  'system',
  'reads',
  'writes',
  'dependsOn',
  'notifications',
]);

/**
 * Hash of what is relevant to running a job: the same for two specs that run
 * alike, whatever the order of their keys.
 */
export function runHash(spec: JobSpec): string {
  const relevant = Object.entries(spec).filter(
    ([key, value]) => !DESCRIPTIVE.has(key) && value !== undefined,
  );
  return createHash('sha256')
    .update(JSON.stringify(sorted(Object.fromEntries(relevant))))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  }
  return value;
}
