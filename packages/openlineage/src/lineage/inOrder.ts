import type { Transformation } from '../events/JobEventParts';
import type { DatasetName } from '../naming/DatasetName';

/** A key by which equal names are equal. */
export function nameKey({ namespace, name }: DatasetName): string {
  return JSON.stringify([namespace, name]);
}

/** Each key once, the first of it, in the order of the keys. */
export function inOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.keys()].sort(byCode).map(key => found.get(key)!);
}

/** Compares by code units: the same everywhere, whatever the language. */
export function byCode(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Edges of the same ends become one with all their transformations. */
export function mergedEdges<T extends { transformations: Transformation[] }>(
  edges: readonly T[],
  keyOf: (edge: T) => string,
): T[] {
  const found = new Map<string, T>();
  for (const edge of edges) {
    const key = keyOf(edge);
    const other = found.get(key);
    found.set(key, {
      ...(other ?? edge),
      transformations: [
        ...(other?.transformations ?? []),
        ...edge.transformations,
      ],
    });
  }
  return inOrder([...found.values()], keyOf).map(edge => ({
    ...edge,
    transformations: inOrder(edge.transformations, transformationKey),
  }));
}

/** A key by which equal transformations are equal. */
function transformationKey(one: Transformation): string {
  return JSON.stringify([
    one.type,
    one.subtype ?? '',
    one.masking ?? false,
    one.description ?? '',
    one.span ?? null,
  ]);
}
