import { alignLayers } from './alignLayers';
import { assignLayers } from './assignLayers';
import { indexGraph } from './IndexedGraph';
import { insertDummies } from './LayeredGraph';
import { LAYER_GAP, LayoutRequest, LayoutResult } from './LayoutRequest';
import { orderLayers } from './orderLayers';

/** Places nodes in layers from left to right; groups do not matter here. */
export function layoutFlat({
  nodes,
  edges,
  previous,
}: LayoutRequest): LayoutResult {
  const graph = indexGraph(nodes, edges);
  const layered = insertDummies(graph, assignLayers(graph));
  const had = nodes.map(node => previous?.[node.id]);
  const known = had.filter(Boolean).length;
  const layers = orderLayers(
    layered,
    known ? firstPlace(layered, nodes, had) : undefined,
  );
  const centreY = alignLayers(layered, layers, i => nodes[i].height);
  const { left, width } = columns(layered, layers, i => nodes[i].width);
  const positions = new Float64Array(nodes.length * 2);
  nodes.forEach((node, i) => {
    const layer = layered.layerOf[i];
    const x = left[layer] + (width[layer] - node.width) / 2;
    positions[2 * i] = Math.round(x);
    positions[2 * i + 1] = Math.round(centreY[i] - node.height / 2);
  });
  const shift = shiftTo(positions, had);
  for (let i = 0; i < nodes.length; i++) {
    positions[2 * i] += shift.x;
    positions[2 * i + 1] += shift.y;
  }
  const bends = edges.map((_, e) => {
    const pair = graph.pairOf[e];
    const chain = pair < 0 ? undefined : layered.chains[pair];
    if (!chain?.length) return undefined;
    const points = new Float64Array(chain.length * 4);
    chain.forEach((dummy, i) => {
      const layer = layered.layerOf[dummy];
      const y = centreY[dummy] + shift.y;
      points.set(
        [left[layer] + shift.x, y, left[layer] + width[layer] + shift.x, y],
        4 * i,
      );
    });
    return graph.reversed[e] ? backwards(points) : points;
  });
  return { positions, bends, groups: [] };
}

/** First order of an expansion: where nodes were, and new ones beside those that they are joined to. */
function firstPlace(
  { count, realCount, up, down }: ReturnType<typeof insertDummies>,
  nodes: LayoutRequest['nodes'],
  had: ([number, number] | undefined)[],
): (node: number) => number {
  const y = new Float64Array(count).fill(NaN);
  had.forEach((place, i) => {
    if (place) y[i] = place[1] + nodes[i].height / 2;
  });
  for (let round = 0, isOpen = true; isOpen && round < count; round++) {
    isOpen = false;
    for (let node = 0; node < count; node++) {
      if (!Number.isNaN(y[node])) continue;
      let sum = 0;
      let number = 0;
      for (const side of [up, down]) {
        for (let e = side.starts[node]; e < side.starts[node + 1]; e++) {
          const other = y[side.targets[e]];
          if (Number.isNaN(other)) continue;
          sum += other;
          number++;
        }
      }
      if (!number) continue;
      y[node] = sum / number;
      isOpen = true;
    }
    if (realCount === 0) break;
  }
  return node => (Number.isNaN(y[node]) ? Number.MAX_VALUE : y[node]);
}

function columns(
  { layerOf, layerCount, realCount }: ReturnType<typeof insertDummies>,
  layers: Int32Array[],
  widthOf: (node: number) => number,
) {
  const width = new Float64Array(layerCount);
  for (let i = 0; i < realCount; i++) {
    width[layerOf[i]] = Math.max(width[layerOf[i]], widthOf(i));
  }
  const left = new Float64Array(layerCount);
  for (let i = 1; i < layerCount; i++) {
    // Between full layers edges need room to turn.
    const crowd = Math.min(160, layers[i].length + layers[i - 1].length);
    left[i] = left[i - 1] + width[i - 1] + LAYER_GAP + crowd;
  }
  return { left, width };
}

/** The shift that brings most nodes to where they were: the medians of their ways. */
function shiftTo(
  positions: Float64Array,
  had: ([number, number] | undefined)[],
): { x: number; y: number } {
  const xs: number[] = [];
  const ys: number[] = [];
  had.forEach((place, i) => {
    if (!place) return;
    xs.push(place[0] - positions[2 * i]);
    ys.push(place[1] - positions[2 * i + 1]);
  });
  return { x: median(xs), y: median(ys) };
}

function median(values: number[]): number {
  if (values.length === 0) return 0;
  return values.sort((a, b) => a - b)[values.length >> 1];
}

function backwards(points: Float64Array): Float64Array {
  const turned = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    turned[points.length - 2 - i] = points[i];
    turned[points.length - 1 - i] = points[i + 1];
  }
  return turned;
}
