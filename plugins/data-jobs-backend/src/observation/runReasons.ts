import {
  HealthReason,
  HealthReasonCode,
  MetricSample,
} from '@datalark/backstage-plugin-data-jobs-common';
import { longestCheckpointAge } from '../checkpoints/longestCheckpointAge';
import { durationWords } from '../notifications/timeWords';

/** What is found by slower looks than the one that tells the state. */
export const NOTED_REASONS: HealthReasonCode[] = [
  'checkpoint-failing',
  'checkpoint-stale',
  'backpressured',
];

/** One in a row is usual: of a start, of a restart. */
const FAILED_IN_A_ROW = 3;
/** As the job graph colours a vertex. */
const BACKPRESSURED = 0.5;
/** A checkpoint this young is never called old, however short the interval. */
const LEAST_AGE_MS = 60_000;

/** True for reasons that slower looks find. */
export function isNoted({ code }: HealthReason): boolean {
  return NOTED_REASONS.includes(code);
}

/** Checkpoints of a run as a sample counts them. */
export type CheckpointCounts = {
  completed: number;
  /** Of these, how many had failed when the newest got done. */
  failedBefore: number;
  failed: number;
};

/** Goes on counting; undefined when the sample does not count checkpoints. */
export function countCheckpoints(
  before: CheckpointCounts | undefined,
  { checkpointsCompleted, checkpointsFailed }: MetricSample,
  wasFailing: boolean,
): CheckpointCounts | undefined {
  if (checkpointsCompleted === undefined || checkpointsFailed === undefined) {
    return undefined;
  }
  const completed = checkpointsCompleted;
  const failed = checkpointsFailed;
  const goesOn =
    before && completed === before.completed && failed >= before.failed;
  if (goesOn) return { ...before, failed };
  // Counted from here on; before the first all that failed were in a row.
  const known = before || completed > 0;
  const inARow = wasFailing && !before ? FAILED_IN_A_ROW : 0;
  return { completed, failed, failedBefore: known ? failed - inARow : 0 };
}

/** Checkpoints fail one after the other. */
export function checkpointFailing({
  failed,
  failedBefore,
}: CheckpointCounts): HealthReason | undefined {
  if (failed - failedBefore < FAILED_IN_A_ROW) return undefined;
  return {
    code: 'checkpoint-failing',
    message: `At least ${FAILED_IN_A_ROW} checkpoints have failed one after the other; the last failure is among the checkpoints of the job.`,
  };
}

/** A task waited half of the time or more in two samples, one after the other. */
export function backpressured(
  before: MetricSample | undefined,
  now: MetricSample,
): HealthReason | undefined {
  const isHigh = (sample: MetricSample | undefined) =>
    (sample?.backpressured ?? 0) >= BACKPRESSURED;
  if (!isHigh(before) || !isHigh(now)) return undefined;
  return {
    code: 'backpressured',
    message:
      'A task waits for those after it at least half of the time; the job graph shows which.',
  };
}

/** No checkpoint got done for longer than three take. Times in ms since 1970. */
export function checkpointStale(facts: {
  lookedAt: number;
  /** The newest of the run, if it has any. */
  newest?: { createdAt: string; durationMs?: number };
  /** Since when the run goes on: before that none could be taken. */
  runningSince: number;
  /** 0: it takes none. Undefined: not known, so nothing is said. */
  intervalMs: number | undefined;
}): HealthReason | undefined {
  const { lookedAt, newest, runningSince, intervalMs } = facts;
  if (!intervalMs) return undefined;
  const taken = newest ? Date.parse(newest.createdAt) : -Infinity;
  const age = lookedAt - Math.max(taken, runningSince);
  const limit = longestCheckpointAge(intervalMs, newest, LEAST_AGE_MS);
  if (age <= limit) return undefined;
  const since = newest ? `since ${newest.createdAt}` : 'in this run';
  return {
    code: 'checkpoint-stale',
    message: `No checkpoint got done ${since}, and one is due every ${durationWords(
      intervalMs,
    )}.`,
  };
}
