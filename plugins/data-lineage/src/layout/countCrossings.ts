import { Adjacency } from './IndexedGraph';

/** How often joints cross between one layer and the next, given the place of each node in its layer. */
export function countCrossings(
  layer: Int32Array,
  nextSize: number,
  down: Adjacency,
  place: Int32Array,
): number {
  // A binary indexed tree over the places of the next layer.
  const tree = new Int32Array(nextSize + 1);
  let crossings = 0;
  let inserted = 0;
  for (const node of layer) {
    const begin = down.starts[node];
    const end = down.starts[node + 1];
    for (let e = begin; e < end; e++) {
      let notAbove = 0;
      for (let i = place[down.targets[e]] + 1; i > 0; i -= i & -i) {
        notAbove += tree[i];
      }
      crossings += inserted - notAbove;
    }
    for (let e = begin; e < end; e++) {
      for (let i = place[down.targets[e]] + 1; i <= nextSize; i += i & -i) {
        tree[i]++;
      }
    }
    inserted += end - begin;
  }
  return crossings;
}
