import { adjacency, Adjacency, IndexedGraph } from './IndexedGraph';

/** Nodes and dummies in layers; every joint joins neighbouring layers, long edges without dummies aside. */
export type LayeredGraph = {
  /** Real nodes come first, dummies after them. */
  realCount: number;
  count: number;
  layerOf: Int32Array;
  layerCount: number;
  up: Adjacency;
  down: Adjacency;
  /** For each pair of the graph: its dummies from left to right. */
  chains: Int32Array[];
};

const NONE = new Int32Array(0);

/**
 * Cuts long edges into joints from layer to layer. The number of dummies is
 * limited: past the limit the longest edges run straight through.
 */
export function insertDummies(
  graph: IndexedGraph,
  layers: Int32Array,
): LayeredGraph {
  const { count: realCount, sources, targets } = graph;
  const limit = Math.max(4_000, 2 * realCount);
  const bySpan = [...sources.keys()]
    .filter(e => layers[targets[e]] - layers[sources[e]] > 1)
    .sort((a, b) => span(a) - span(b) || a - b);
  const chains = new Array<Int32Array>(sources.length).fill(NONE);
  let count = realCount;
  for (const e of bySpan) {
    const length = span(e) - 1;
    if (count - realCount + length > limit) break;
    chains[e] = new Int32Array(length);
    for (let i = 0; i < length; i++) chains[e][i] = count++;
  }
  const layerOf = new Int32Array(count);
  layerOf.set(layers);
  const from: number[] = [];
  const to: number[] = [];
  for (let e = 0; e < sources.length; e++) {
    let last = sources[e];
    for (const dummy of chains[e]) {
      layerOf[dummy] = layerOf[last] + 1;
      from.push(last);
      to.push(dummy);
      last = dummy;
    }
    // An edge that runs through without dummies would disturb the order of
    // layers that are not neighbours.
    if (layerOf[targets[e]] - layerOf[last] === 1) {
      from.push(last);
      to.push(targets[e]);
    }
  }
  let layerCount = 0;
  for (const layer of layerOf) layerCount = Math.max(layerCount, layer + 1);
  return {
    realCount,
    count,
    layerOf,
    layerCount,
    down: adjacency(count, from, to),
    up: adjacency(count, to, from),
    chains,
  };

  function span(e: number) {
    return layers[targets[e]] - layers[sources[e]];
  }
}
