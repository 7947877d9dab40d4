import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { DEFAULT_JOB_NAMESPACE } from '@datalark/backstage-plugin-data-lineage-common';

/** How catalog entities become lineage. */
export type SyncSettings = {
  /** Namespace of DataJobs. */
  jobNamespace: string;
  /** `${NAME}` that every definition may use: `dataJobs.variables`. */
  variables: Record<string, string>;
  intervalMs: number;
};

const EVERY_MS = 10_000;

/** Reads `dataLineage.jobNamespace`, `dataLineage.catalogSync.interval` and `dataJobs.variables`. */
export function readSyncSettings(config: Config): SyncSettings {
  const interval = 'dataLineage.catalogSync.interval';
  const variables =
    config.getOptional<Record<string, unknown>>('dataJobs.variables') ?? {};
  return {
    jobNamespace:
      config.getOptionalString('dataLineage.jobNamespace') ??
      DEFAULT_JOB_NAMESPACE,
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, String(value)]),
    ),
    intervalMs: config.has(interval)
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: interval }),
        )
      : EVERY_MS,
  };
}
