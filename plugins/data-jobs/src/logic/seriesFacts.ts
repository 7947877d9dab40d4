/** What a series says in words. */
export type SeriesFacts = {
  /** The newest known value. */
  last: number;
  least: number;
  most: number;
  average: number;
  /** Stretches without a value between known ones. */
  gaps: number;
};

/** Facts of a series; undefined when nothing of it is known. */
export function seriesFacts(
  values: Array<number | null>,
): SeriesFacts | undefined {
  const known = values.flatMap(value => (value === null ? [] : [value]));
  if (!known.length) return undefined;
  let gaps = 0;
  let isInside = false;
  let isGap = false;
  for (const value of values) {
    if (value !== null) {
      if (isGap && isInside) gaps += 1;
      isInside = true;
      isGap = false;
    } else {
      isGap = true;
    }
  }
  return {
    last: known[known.length - 1],
    least: known.reduce((a, b) => Math.min(a, b)),
    most: known.reduce((a, b) => Math.max(a, b)),
    average: known.reduce((a, b) => a + b, 0) / known.length,
    gaps,
  };
}

/** Every n-th index, so that at most `most` rows are left, the newest first. */
export function tableIndices(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(length / most));
  const indices: number[] = [];
  for (let i = length - 1; i >= 0; i -= step) indices.push(i);
  return indices;
}

/** Where a key moves the cursor of a chart; `undefined` is no cursor. */
export function moveIndex(
  key: string,
  index: number | undefined,
  length: number,
): number | undefined {
  const last = length - 1;
  const now = index ?? last;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, now - 1);
    case 'ArrowRight':
      return Math.min(last, now + 1);
    case 'PageUp':
      return Math.max(0, now - 10);
    case 'PageDown':
      return Math.min(last, now + 10);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return undefined;
    default:
      return index;
  }
}
