import { Adjacency } from './IndexedGraph';
import { LayeredGraph } from './LayeredGraph';

/** Swaps neighbours in a layer as long as that takes crossings away, a few rounds at most. */
export function transposeLayers(
  layers: Int32Array[],
  { up, down }: LayeredGraph,
  place: Int32Array,
): void {
  for (let round = 0, isBetter = true; isBetter && round < 3; round++) {
    isBetter = false;
    for (const layer of layers) {
      for (let i = 0; i + 1 < layer.length; i++) {
        const a = layer[i];
        const b = layer[i + 1];
        const gain = swapGain(a, b, up, place) + swapGain(a, b, down, place);
        if (gain <= 0) continue;
        layer[i] = b;
        layer[i + 1] = a;
        place[b] = i;
        place[a] = i + 1;
        isBetter = true;
      }
    }
  }
}

// Wide fans: comparing all pairs would cost more than it gives.
const MAX_PAIRS = 400;

/** Crossings between the joints of `a` and `b` that go away when they swap. */
function swapGain(
  a: number,
  b: number,
  side: Adjacency,
  place: Int32Array,
): number {
  const { starts, targets } = side;
  const pairs = (starts[a + 1] - starts[a]) * (starts[b + 1] - starts[b]);
  if (pairs === 0 || pairs > MAX_PAIRS) return 0;
  let gain = 0;
  for (let i = starts[a]; i < starts[a + 1]; i++) {
    const placeOfA = place[targets[i]];
    for (let j = starts[b]; j < starts[b + 1]; j++) {
      const placeOfB = place[targets[j]];
      if (placeOfA > placeOfB) gain++;
      else if (placeOfA < placeOfB) gain--;
    }
  }
  return gain;
}
