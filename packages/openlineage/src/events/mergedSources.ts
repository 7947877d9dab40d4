import type { DatasetName } from '../naming/DatasetName';
import type { Transformation } from './JobEventParts';

/** Where something comes from, with all that happens on the way. */
export type Source<From> = { from: From; transformations: Transformation[] };

/** Equal sources become one; each transformation is there once. */
export function mergedSources<From extends DatasetName & { field?: string }>(
  edges: readonly { from: From; transformations: readonly Transformation[] }[],
): Source<From>[] {
  const found = new Map<string, Source<From> & { seen: Set<string> }>();
  for (const { from, transformations } of edges) {
    const key = JSON.stringify([from.namespace, from.name, from.field ?? null]);
    const source = found.get(key) ?? {
      from,
      transformations: [],
      seen: new Set<string>(),
    };
    for (const one of transformations) {
      const text = JSON.stringify(one);
      if (!source.seen.has(text)) source.transformations.push(one);
      source.seen.add(text);
    }
    found.set(key, source);
  }
  return [...found.values()].map(({ seen, ...source }) => source);
}
