import { Adjacency } from './IndexedGraph';
import { NODE_GAP } from './LayoutRequest';
import { LayeredGraph } from './LayeredGraph';

const ROUNDS = 6;
const DUMMY_GAP = 10;
// Long edges are straight before anything else is.
const DUMMY_WEIGHT = 6;

/**
 * The centre of each node on the y axis. Each layer in turn moves towards its
 * neighbours; the order and the gaps hold, and the squared way is the least
 * possible (pool adjacent violators).
 */
export function alignLayers(
  graph: LayeredGraph,
  layers: Int32Array[],
  heightOf: (node: number) => number,
  /** Where a node wants to be in the end, for those that had a place. */
  wanted?: (node: number) => number | undefined,
): Float64Array {
  const { count, realCount, up, down } = graph;
  const centre = new Float64Array(count);
  const height = Float64Array.from({ length: count }, (_, i) =>
    i < realCount ? heightOf(i) : 0,
  );
  const gap = (a: number, b: number) =>
    (height[a] + height[b]) / 2 +
    (a < realCount || b < realCount ? NODE_GAP : DUMMY_GAP);
  for (const layer of layers) pack(layer, centre, gap);
  const desired = new Float64Array(count);
  const weight = new Float64Array(count);
  const settle = (layer: Int32Array, side: Adjacency | undefined) => {
    for (const node of layer) {
      const home = wanted?.(node);
      desired[node] = home ?? towards(node, side ? [side] : [up, down], centre);
      weight[node] = node < realCount ? 1 : DUMMY_WEIGHT;
      if (home !== undefined) weight[node] = 20;
    }
    place(layer, desired, weight, centre, gap);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 1; i < layers.length; i++) settle(layers[i], up);
    for (let i = layers.length - 2; i >= 0; i--) settle(layers[i], down);
  }
  for (const layer of layers) settle(layer, undefined);
  return centre;
}

function pack(
  layer: Int32Array,
  centre: Float64Array,
  gap: (a: number, b: number) => number,
) {
  for (let i = 1; i < layer.length; i++) {
    centre[layer[i]] = centre[layer[i - 1]] + gap(layer[i - 1], layer[i]);
  }
  const middle = layer.length ? centre[layer[layer.length - 1]] / 2 : 0;
  for (const node of layer) centre[node] -= middle;
}

/** The mean of the neighbours' centres; alone, a node stays. */
function towards(
  node: number,
  sides: Adjacency[],
  centre: Float64Array,
): number {
  let sum = 0;
  let number = 0;
  for (const side of sides) {
    for (let e = side.starts[node]; e < side.starts[node + 1]; e++) {
      sum += centre[side.targets[e]];
      number++;
    }
  }
  return number ? sum / number : centre[node];
}

/** Nearest centres to the desired ones that keep order and gaps. */
function place(
  layer: Int32Array,
  desired: Float64Array,
  weight: Float64Array,
  centre: Float64Array,
  gap: (a: number, b: number) => number,
) {
  const size = layer.length;
  const offset = new Float64Array(size);
  const mean = new Float64Array(size);
  const mass = new Float64Array(size);
  const first = new Int32Array(size);
  let blocks = 0;
  for (let i = 0; i < size; i++) {
    if (i > 0) offset[i] = offset[i - 1] + gap(layer[i - 1], layer[i]);
    mean[blocks] = desired[layer[i]] - offset[i];
    mass[blocks] = weight[layer[i]];
    first[blocks] = i;
    blocks++;
    while (blocks > 1 && mean[blocks - 1] < mean[blocks - 2]) {
      const both = mass[blocks - 1] + mass[blocks - 2];
      mean[blocks - 2] =
        (mean[blocks - 1] * mass[blocks - 1] +
          mean[blocks - 2] * mass[blocks - 2]) /
        both;
      mass[blocks - 2] = both;
      blocks--;
    }
  }
  for (let block = 0; block < blocks; block++) {
    const end = block + 1 < blocks ? first[block + 1] : size;
    for (let i = first[block]; i < end; i++) {
      centre[layer[i]] = mean[block] + offset[i];
    }
  }
}
