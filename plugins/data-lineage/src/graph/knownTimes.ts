import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';

const MAX_TIMES = 60;

/** Times at which an edge of the graph was seen first, in order: between two of them nothing came. */
export function knownTimes(graph?: LineageGraph): readonly string[] {
  const times = new Set<string>();
  for (const { firstSeenAt } of graph?.edges ?? []) {
    if (firstSeenAt) times.add(firstSeenAt);
  }
  return thinnedTimes([...times].sort());
}

/** So many of them that a slider can hold them, evenly chosen; the last one always. */
export function thinnedTimes(sorted: readonly string[]): readonly string[] {
  if (sorted.length <= MAX_TIMES) return sorted;
  const step = sorted.length / MAX_TIMES;
  return Array.from(
    { length: MAX_TIMES },
    (_, i) => sorted[Math.floor((i + 1) * step) - 1],
  );
}
