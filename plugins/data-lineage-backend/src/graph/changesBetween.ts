/** Something that came, went or stayed between two times. */
export type Changed<T> = T & { change: 'added' | 'removed' | 'kept' };

/** What became of what; equal keys are the same thing, told as it is now. */
export function changesBetween<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (thing: T) => string,
): Changed<T>[] {
  const old = new Map(before.map(thing => [keyOf(thing), thing]));
  const changed = after.map(
    (thing): Changed<T> => ({
      ...thing,
      change: old.delete(keyOf(thing)) ? 'kept' : 'added',
    }),
  );
  for (const thing of old.values()) {
    changed.push({ ...thing, change: 'removed' });
  }
  return changed;
}
