import { countCrossings } from './countCrossings';
import { Adjacency } from './IndexedGraph';
import { LayeredGraph } from './LayeredGraph';
import { transposeLayers } from './transposeLayers';

const SWEEPS = 24;
// Sweeps that gain nothing more: give up.
const PATIENCE = 5;

/**
 * The order of the nodes within each layer, with few crossings: a first order
 * (`first`, else depth first), then sweeps by barycentre and swaps of
 * neighbours; the best order is kept. The same graph gets the same order.
 */
export function orderLayers(
  graph: LayeredGraph,
  first?: (node: number) => number,
): Int32Array[] {
  const { count, up, down } = graph;
  const layers = firstOrder(graph, first);
  const place = new Int32Array(count);
  const settle = (layer: Int32Array) => {
    for (let i = 0; i < layer.length; i++) place[layer[i]] = i;
  };
  layers.forEach(settle);
  const crossings = () =>
    layers.reduce(
      (sum, layer, i) =>
        i + 1 < layers.length
          ? sum + countCrossings(layer, layers[i + 1].length, down, place)
          : sum,
      0,
    );
  let least = crossings();
  const best = layers.map(layer => layer.slice());
  const scratch = { keys: new Float64Array(count), old: new Int32Array(count) };
  for (let sweep = 0, idle = 0; sweep < SWEEPS && least > 0; sweep++) {
    const isDown = sweep % 2 === 0;
    for (let step = 1; step < layers.length; step++) {
      const i = isDown ? step : layers.length - 1 - step;
      sortByBarycentre(layers[i], isDown ? up : down, place, scratch);
      settle(layers[i]);
    }
    if (count < 4_000 || sweep >= SWEEPS / 2) {
      transposeLayers(layers, graph, place);
    }
    const now = crossings();
    if (now < least) {
      idle = now < least * 0.995 ? 0 : idle + 1;
      least = now;
      best.forEach((layer, i) => layer.set(layers[i]));
    } else idle++;
    if (idle >= PATIENCE) break;
  }
  return best;
}

function firstOrder(
  graph: LayeredGraph,
  first?: (node: number) => number,
): Int32Array[] {
  const { count, layerOf, layerCount, up, down } = graph;
  const layers: number[][] = Array.from({ length: layerCount }, () => []);
  const seen = new Uint8Array(count);
  for (let root = 0; root < count; root++) {
    if (seen[root] || up.starts[root + 1] > up.starts[root]) continue;
    visit(root);
  }
  for (let root = 0; root < count; root++) if (!seen[root]) visit(root);
  const ordered = layers.map(layer => Int32Array.from(layer));
  if (first)
    ordered.forEach(layer => layer.sort((a, b) => first(a) - first(b)));
  return ordered;

  function visit(root: number) {
    const stack = [root];
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (seen[node]) continue;
      seen[node] = 1;
      layers[layerOf[node]].push(node);
      // A whole component stays together: its other sources come next.
      for (const side of [up, down]) {
        for (let e = side.starts[node + 1] - 1; e >= side.starts[node]; e--) {
          if (!seen[side.targets[e]]) stack.push(side.targets[e]);
        }
      }
    }
  }
}

// A place fits below this, a barycentre of places times the precision above it.
const PLACES = 2 ** 21;
const PRECISION = 512;

/** Sorts by the mean place of the neighbours; ties and nodes without any keep their order. */
function sortByBarycentre(
  layer: Int32Array,
  { starts, targets }: Adjacency,
  place: Int32Array,
  { keys, old }: Scratch,
) {
  const size = layer.length;
  // Numbers sort natively many times faster than with a comparison.
  const sorted = keys.subarray(0, size);
  for (let i = 0; i < size; i++) {
    const node = layer[i];
    const begin = starts[node];
    const end = starts[node + 1];
    let sum = 0;
    for (let e = begin; e < end; e++) sum += place[targets[e]];
    const weight = end > begin ? sum / (end - begin) : i;
    sorted[i] = Math.round(weight * PRECISION) * PLACES + i;
    old[i] = node;
  }
  sorted.sort();
  for (let i = 0; i < size; i++) layer[i] = old[sorted[i] % PLACES];
}

type Scratch = { keys: Float64Array; old: Int32Array };
