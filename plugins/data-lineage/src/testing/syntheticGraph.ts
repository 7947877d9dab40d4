import { LayoutEdge, LayoutNode } from '../layout/LayoutRequest';

/** Numbers in 0..1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A graph as lineage has it: no cycles, about 1.35 edges for a node, layers of
 * at most some hundred nodes, most edges to the next layer, a tenth further.
 */
export function syntheticGraph(
  count: number,
  seed = 1,
): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  const random = seededRandom(seed);
  const nodes = Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    width: 240,
    height: 84,
  }));
  const size = Math.max(4, Math.round(Math.sqrt(count) * 2));
  const edges: LayoutEdge[] = [];
  for (let i = size; i < count; i++) {
    const layer = Math.floor(i / size);
    const inputs = 1 + (random() < 0.42 ? 1 : 0);
    for (let n = 0; n < inputs; n++) {
      const jump = random() < 0.1 ? 1 + Math.floor(random() * 4) : 1;
      const from = Math.max(0, layer - jump);
      // Neighbours share inputs: lineage clusters.
      const near = (i % size) + Math.round((random() - 0.5) * 12);
      edges.push({
        from: `n${from * size + ((near + size) % size)}`,
        to: `n${i}`,
      });
    }
  }
  return { nodes, edges };
}
