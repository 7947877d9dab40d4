/** Metrics that every engine may report, by the name they have in answers; the values are keys of texts. */
const KNOWN = {
  'records read': 'recordsRead',
  'records written': 'recordsWritten',
  uptime: 'uptime',
  restarts: 'restarts',
  'last checkpoint size': 'lastCheckpointSize',
  'last checkpoint duration': 'lastCheckpointDuration',
  busy: 'busy',
  backpressured: 'backpressured',
  'records in per second': 'recordsInPerSecond',
  'records out per second': 'recordsOutPerSecond',
} as const;

/** Key of a metric's name among the texts; undefined for names of the engine's own. */
export function metricNameKey(
  name: string,
): (typeof KNOWN)[keyof typeof KNOWN] | undefined {
  return KNOWN[name as keyof typeof KNOWN];
}
