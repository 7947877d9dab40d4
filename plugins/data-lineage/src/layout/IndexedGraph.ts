import { LayoutEdge, LayoutNode } from './LayoutRequest';

/** Neighbours in one direction: those of `i` are `targets[starts[i]..starts[i + 1]]`. */
export type Adjacency = { starts: Int32Array; targets: Int32Array };

/** Builds adjacency from pairs; keeps the order of the pairs. */
export function adjacency(
  count: number,
  sources: ArrayLike<number>,
  targets: ArrayLike<number>,
): Adjacency {
  const starts = new Int32Array(count + 1);
  for (let e = 0; e < sources.length; e++) starts[sources[e] + 1]++;
  for (let i = 0; i < count; i++) starts[i + 1] += starts[i];
  const next = starts.slice(0, count);
  const list = new Int32Array(sources.length);
  for (let e = 0; e < sources.length; e++)
    list[next[sources[e]]++] = targets[e];
  return { starts, targets: list };
}

/** Nodes by number, edges as pairs of numbers without cycles. */
export type IndexedGraph = {
  count: number;
  sources: Int32Array;
  targets: Int32Array;
  /** For each edge asked for: the number of its pair; -1 when it has none. */
  pairOf: Int32Array;
  /** For each edge asked for: 1 when its pair runs against it, to open a cycle. */
  reversed: Uint8Array;
};

/** Numbers the nodes; merges parallel edges, leaves out loops and edges to nowhere, opens cycles. */
export function indexGraph(
  nodes: LayoutNode[],
  edges: LayoutEdge[],
): IndexedGraph {
  const count = nodes.length;
  const number = new Map(nodes.map((node, i) => [node.id, i]));
  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  edges.forEach((edge, e) => {
    from[e] = number.get(edge.from) ?? -1;
    to[e] = number.get(edge.to) ?? -1;
  });
  const isUsed = (e: number) => from[e] >= 0 && to[e] >= 0 && from[e] !== to[e];
  const reversed = closingEdges(count, from, to, isUsed);
  const pairs = new Map<number, number>();
  const sources: number[] = [];
  const targets: number[] = [];
  const pairOf = new Int32Array(edges.length).fill(-1);
  for (let e = 0; e < edges.length; e++) {
    if (!isUsed(e)) continue;
    const source = reversed[e] ? to[e] : from[e];
    const target = reversed[e] ? from[e] : to[e];
    const key = source * count + target;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = sources.length;
      pairs.set(key, pair);
      sources.push(source);
      targets.push(target);
    }
    pairOf[e] = pair;
  }
  return {
    count,
    sources: Int32Array.from(sources),
    targets: Int32Array.from(targets),
    pairOf,
    reversed,
  };
}

/** Edges that lead back to a node from which the search came: they close cycles. */
function closingEdges(
  count: number,
  from: Int32Array,
  to: Int32Array,
  isUsed: (e: number) => boolean,
): Uint8Array {
  const closing = new Uint8Array(from.length);
  const used = Int32Array.from(from.keys()).filter(isUsed);
  const { starts, targets: list } = adjacency(
    count,
    used.map(e => from[e]),
    used,
  );
  const hasInput = new Uint8Array(count);
  for (const e of used) hasInput[to[e]] = 1;
  const state = new Uint8Array(count);
  const next = starts.slice(0, count);
  const visit = (root: number) => {
    if (state[root]) return;
    const stack = [root];
    state[root] = 1;
    while (stack.length > 0) {
      const node = stack[stack.length - 1];
      if (next[node] === starts[node + 1]) {
        state[node] = 2;
        stack.pop();
        continue;
      }
      const edge = list[next[node]++];
      const target = to[edge];
      if (state[target] === 1) closing[edge] = 1;
      else if (state[target] === 0) {
        state[target] = 1;
        stack.push(target);
      }
    }
  };
  // From the sources first: what is left then lies on cycles.
  for (let i = 0; i < count; i++) if (!hasInput[i]) visit(i);
  for (let i = 0; i < count; i++) visit(i);
  return closing;
}
