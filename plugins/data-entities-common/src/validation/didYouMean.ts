function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let beforePrevious = previous;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(
        previous[j] + 1,
        row[j - 1] + 1,
        previous[j - 1] + cost,
      );
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) {
        row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
      }
    }
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length];
}

const plain = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The candidate that the writer of a word most likely meant, if any is near enough:
 * the same but for case and punctuation, or a typing slip or two away.
 */
export function didYouMean(
  word: string,
  candidates: readonly string[],
): string | undefined {
  const wanted = plain(word);
  const scored = candidates
    .map(candidate => ({
      candidate,
      score: distance(wanted, plain(candidate)),
    }))
    .sort((a, b) => a.score - b.score);
  const best = scored[0];
  const allowed = wanted.length > 4 ? 2 : 1;
  return best && best.score <= allowed ? best.candidate : undefined;
}
