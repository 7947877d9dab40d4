import type { DatasetName } from '../naming/DatasetName';
import type {
  JobColumnEdge,
  JobEventParts,
  JobInfluence,
} from './JobEventParts';

/** What gets into one dataset. */
export type TargetEdges = {
  target: DatasetName;
  columns: JobColumnEdge[];
  influences: JobInfluence[];
};

/** Edges by the key of what they get into. */
export type EdgesByTarget = ReadonlyMap<string, TargetEdges>;

/** Equal for equal names. */
export function targetKey({ namespace, name }: DatasetName): string {
  return JSON.stringify([namespace, name]);
}

/** All edges of an event, sorted by what they get into. */
export function edgesByTarget(parts: JobEventParts): EdgesByTarget {
  const found = new Map<string, TargetEdges>();
  const at = ({ namespace, name }: DatasetName) => {
    const key = targetKey({ namespace, name });
    const known = found.get(key) ?? {
      target: { namespace, name },
      columns: [],
      influences: [],
    };
    found.set(key, known);
    return known;
  };
  for (const edge of parts.columnEdges ?? []) at(edge.to).columns.push(edge);
  for (const edge of parts.influences ?? []) at(edge.to).influences.push(edge);
  return found;
}
