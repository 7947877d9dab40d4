/**
 * The name that was probably meant: the one with the fewest changed, missing,
 * additional or swapped letters, if that is few enough. Case does not count.
 *
 * @public
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  const wanted = simplify(name);
  const limit =
    wanted.length <= 4 ? 1 : Math.min(3, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const other = simplify(candidate);
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const changes = distance(wanted, other);
    if (changes < least) {
      best = candidate;
      least = changes;
    }
  }
  return best;
}

function simplify(name: string): string {
  return name
    .slice(0, 80)
    .toLowerCase()
    .replace(/[-_.\s]/g, '');
}

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, beforeLast[j - 2] + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
