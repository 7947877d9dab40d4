import { adjacency, IndexedGraph } from './IndexedGraph';

/** The layer of each node: longest path from the sources, then sources moved next to what they feed. */
export function assignLayers(graph: IndexedGraph): Int32Array {
  const { count, sources, targets } = graph;
  const down = adjacency(count, sources, targets);
  const up = adjacency(count, targets, sources);
  const waits = new Int32Array(count);
  for (const target of targets) waits[target]++;
  const order = new Int32Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) if (waits[i] === 0) order[end++] = i;
  const layers = new Int32Array(count);
  for (let begin = 0; begin < end; begin++) {
    const node = order[begin];
    for (let e = down.starts[node]; e < down.starts[node + 1]; e++) {
      const target = down.targets[e];
      layers[target] = Math.max(layers[target], layers[node] + 1);
      if (--waits[target] === 0) order[end++] = target;
    }
  }
  // Long edges cost crossings: a node with fewer inputs than outputs goes as far
  // to the right as its outputs let it.
  for (let i = end - 1; i >= 0; i--) {
    const node = order[i];
    const inputs = up.starts[node + 1] - up.starts[node];
    const outputs = down.starts[node + 1] - down.starts[node];
    if (outputs === 0 || inputs >= outputs) continue;
    let nearest = Infinity;
    for (let e = down.starts[node]; e < down.starts[node + 1]; e++) {
      nearest = Math.min(nearest, layers[down.targets[e]]);
    }
    layers[node] = nearest - 1;
  }
  return layers;
}
