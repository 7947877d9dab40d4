import {
  Run,
  ScheduleFiring,
} from '@datalark/backstage-plugin-data-jobs-common';

/** How a run, or a time at which none started, ended. */
export type StripOutcome =
  | 'ok'
  | 'failed'
  | 'canceled'
  | 'going'
  | 'unknown'
  | 'queued'
  | 'skipped'
  | 'missed';

/** One place in the strip of runs. Times are ISO 8601, UTC. */
export type StripRun = {
  id: string;
  at: string;
  outcome: StripOutcome;
  /** Milliseconds; absent while it goes on, and where nothing ran. */
  durationMs?: number;
  /** 0.2 to 1: the duration against the longest one shown. */
  height: number;
  detail?: string;
};

const OUTCOMES: Record<Run['state'], StripOutcome> = {
  deploying: 'going',
  running: 'going',
  finished: 'ok',
  suspended: 'ok',
  failed: 'failed',
  canceled: 'canceled',
  absent: 'unknown',
  unknown: 'unknown',
};

/** The newest runs, and the times at which the schedule started none; oldest first. */
export function stripRuns(
  runs: Run[],
  firings: ScheduleFiring[],
  limit = 60,
): StripRun[] {
  const ran = runs.map(run => ({
    id: run.id,
    at: run.startedAt,
    outcome: OUTCOMES[run.state],
    durationMs: run.endedAt
      ? Math.max(0, Date.parse(run.endedAt) - Date.parse(run.startedAt))
      : undefined,
    detail: run.message,
  }));
  const oldest = ran.at(-1)?.at ?? '';
  const none = firings
    .filter(({ outcome }) => outcome !== 'started')
    .filter(({ scheduledAt }) => ran.length < limit || scheduledAt > oldest)
    .map(firing => ({
      id: `at ${firing.scheduledAt}`,
      at: firing.scheduledAt,
      outcome: firing.outcome as StripOutcome,
      durationMs: undefined,
      detail: firing.reason,
    }));
  const shown = [...ran, ...none]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-limit);
  const longest = Math.max(1, ...shown.map(one => one.durationMs ?? 0));
  return shown.map(one => ({
    ...one,
    height:
      one.durationMs === undefined
        ? 0.2
        : 0.2 + (0.8 * one.durationMs) / longest,
  }));
}
