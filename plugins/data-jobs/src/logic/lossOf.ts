import {
  Deployment,
  JobDetail,
  MetricHistory,
  Snapshot,
  mayBeLive,
} from '@datalark/backstage-plugin-data-jobs-common';

/** What would be lost if the run died now. */
export type Loss =
  /** Nothing runs. */
  | { kind: 'nothing-runs' }
  /** The job keeps no state that a restart would need. */
  | { kind: 'stateless' }
  /** What came since the snapshot is read again, or lost where it cannot be. */
  | { kind: 'since-snapshot'; snapshot: Snapshot }
  /** There is no snapshot: all state since the start of the run. */
  | { kind: 'everything'; since: string };

/** Says what would be lost; the observation's `since` is the start of the run at the earliest. */
export function lossOf(job: JobDetail, deployment: Deployment): Loss {
  const { state, since } = deployment.observation;
  if (!mayBeLive(state)) return { kind: 'nothing-runs' };
  if (job.processing === 'batch' || job.spec.upgradeMode === 'stateless') {
    return { kind: 'stateless' };
  }
  const snapshot = job.restorePoints[deployment.environment];
  return snapshot
    ? { kind: 'since-snapshot', snapshot }
    : { kind: 'everything', since };
}

/**
 * Records read since the beginning of a history; undefined when that is not
 * known, or the engine began to count anew in between.
 */
export function recordsSince(
  history: Pick<MetricHistory, 'series'> | undefined,
): number | undefined {
  const read = history?.series.find(({ name }) => name === 'recordsRead');
  const known = (read?.values ?? []).flatMap(value =>
    value === null ? [] : [value],
  );
  if (known.length < 2) return undefined;
  const fell = known.some((value, index) => value < known[index - 1]);
  return fell ? undefined : known[known.length - 1] - known[0];
}

const INTERVAL_KEYS = [
  'execution.checkpointing.interval',
  'checkpoint.interval',
];

/** How often the engine takes a restore point, as the job configures it. */
export function checkpointInterval(
  job: JobDetail,
  environment: string,
): string | undefined {
  const { environments, configuration } = job.spec as {
    configuration?: Record<string, unknown>;
    environments?: Record<string, { configuration?: Record<string, unknown> }>;
  };
  const all = {
    ...configuration,
    ...environments?.[environment]?.configuration,
  };
  const value = INTERVAL_KEYS.flatMap(key => all[key] ?? [])[0];
  if (value === undefined) return undefined;
  return /^\d+$/.test(String(value)) ? `${value} ms` : String(value);
}
