import { nextTimes, Schedule, timesAfter } from './cronTimes';

/** A start this late is still the one that was meant. */
export const ON_TIME_MS = 120_000;

const MOST = 10_000;

/** What is due of a schedule. Times are ISO 8601, UTC. */
export type Due = {
  /** The latest time that has come. */
  latest: string;
  /** It passed while nobody looked. */
  isLate: boolean;
  /** The times before it that nobody saw: the last of them, and how many. */
  earlier?: { last: string; count: number };
  /** When to look again. */
  next: string;
};

/**
 * The times of a schedule from `from` (its next time when it was last looked
 * at) up to `now`; nothing when none has come.
 */
export function dueTimes(
  schedule: Schedule,
  from: Date,
  now: Date,
): Due | undefined {
  if (from > now) return undefined;
  const times = timesAfter(schedule, from);
  let latest = from;
  let before: Date | undefined;
  let count = 0;
  for (const time of times) {
    if (time > now) {
      return {
        latest: latest.toISOString(),
        isLate: now.getTime() - latest.getTime() > ON_TIME_MS,
        ...(before && { earlier: { last: before.toISOString(), count } }),
        next: time.toISOString(),
      };
    }
    before = latest;
    latest = time;
    count += 1;
    // After a very long time only the newest matter.
    if (count > MOST) {
      const yesterday = new Date(now.getTime() - 86_400_000);
      return dueTimes(schedule, nextTimes(schedule, yesterday, 1)[0], now);
    }
  }
  return undefined;
}
