/**
 * How old the newest checkpoint of a job may get, in milliseconds: three times
 * the interval and what the checkpoint itself took, and not less than `leastMs`.
 */
export function longestCheckpointAge(
  intervalMs: number,
  newest: { durationMs?: number } | undefined,
  leastMs: number,
): number {
  return Math.max(leastMs, 3 * (intervalMs + (newest?.durationMs ?? 0)));
}
