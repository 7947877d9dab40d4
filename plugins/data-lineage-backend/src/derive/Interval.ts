/** What holds still ends here: the last time that a `Date` can be. */
export const OPEN = 8_640_000_000_000_000;

/** From a time on, up to but without another; milliseconds since 1970. */
export type Interval = { from: number; to: number };

/** The same times with as few intervals as there can be, in order. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const one of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (one.from >= one.to) continue;
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else merged.push({ ...one });
  }
  return merged;
}

/** What lies before `time`. */
export function before(
  intervals: readonly Interval[],
  time: number,
): Interval[] {
  return intervals
    .filter(({ from }) => from < time)
    .map(({ from, to }) => ({ from, to: Math.min(to, time) }));
}

/** What lies at `time` and later. */
export function since(
  intervals: readonly Interval[],
  time: number,
): Interval[] {
  return intervals
    .filter(({ to }) => to > time)
    .map(({ from, to }) => ({ from: Math.max(from, time), to }));
}
