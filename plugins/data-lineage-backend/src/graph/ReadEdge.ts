import { OPEN } from '../derive/Interval';

/** An edge with all origins that tell of it. */
export type ReadEdge = {
  from: number;
  to: number;
  /** Indexes in `ORIGINS`, in order. */
  origins: number[];
  firstSeen: number;
  lastSeen: number;
};

/** One who tells of an edge; `heard` is when last. */
export type EdgeRow = {
  from_id: number;
  to_id: number;
  origin: number;
  valid_from: unknown;
  valid_to: unknown;
  heard: unknown;
};

/** Each edge once, whoever tells of it. */
export function mergedEdges(rows: readonly EdgeRow[]): ReadEdge[] {
  const edges = new Map<string, ReadEdge>();
  for (const row of rows) {
    const firstSeen = Number(row.valid_from);
    const until = Number(row.valid_to);
    const lastSeen = until === OPEN ? Number(row.heard) : until;
    const key = `${row.from_id}>${row.to_id}`;
    const known = edges.get(key);
    if (!known) {
      edges.set(key, {
        from: row.from_id,
        to: row.to_id,
        origins: [row.origin],
        firstSeen,
        lastSeen,
      });
      continue;
    }
    if (!known.origins.includes(row.origin)) {
      known.origins = [...known.origins, row.origin].sort();
    }
    known.firstSeen = Math.min(known.firstSeen, firstSeen);
    known.lastSeen = Math.max(known.lastSeen, lastSeen);
  }
  return [...edges.values()];
}
