import fc from 'fast-check';
import { seededRandom, syntheticGraph } from '../testing/syntheticGraph';
import { layoutGraph } from './layoutGraph';
import { LayoutRequest, LayoutResult } from './LayoutRequest';

type Graph = Pick<LayoutRequest, 'nodes' | 'edges'>;

/** Any graph: cycles, loops, parallel edges, edges to nowhere, boxes of any size. */
const anyGraph = fc
  .record({
    sizes: fc.array(
      fc.record({
        width: fc.integer({ min: 1, max: 400 }),
        height: fc.integer({ min: 1, max: 600 }),
        group: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      }),
      { maxLength: 30 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(31), fc.nat(31)), { maxLength: 60 }),
  })
  .map(
    ({ sizes, pairs }): Graph => ({
      nodes: sizes.map((size, i) => ({ id: `n${i}`, ...size })),
      edges: pairs.map(([a, b]) => ({ from: `n${a}`, to: `n${b}` })),
    }),
  );

const flat = (graph: Graph): Graph => ({
  ...graph,
  nodes: graph.nodes.map(({ id, width, height }) => ({ id, width, height })),
});

function boxes({ nodes }: Graph, { positions }: LayoutResult) {
  return nodes.map((node, i) => ({
    ...node,
    x: positions[2 * i],
    y: positions[2 * i + 1],
  }));
}

function overlaps(
  a: { x: number; y: number; width: number; height: number },
  b: { x: number; y: number; width: number; height: number },
) {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}

describe('layoutGraph', () => {
  it('lays no box over another', () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        const placed = boxes(graph, layoutGraph(graph));
        placed.forEach((a, i) =>
          placed.slice(i + 1).forEach(b => {
            expect(overlaps(a, b)).toBe(false);
          }),
        );
      }),
    );
  });

  it('gives every box a place and every edge an entry', () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        const { positions, bends } = layoutGraph(graph);
        expect(positions).toHaveLength(2 * graph.nodes.length);
        expect([...positions].every(Number.isFinite)).toBe(true);
        expect(bends).toHaveLength(graph.edges.length);
      }),
    );
  });

  it('says the same twice', () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        expect(layoutGraph(graph)).toEqual(layoutGraph(graph));
      }),
    );
  });

  it('lets everything flow to the right where there is no cycle', () => {
    const acyclic = anyGraph.map(graph => ({
      ...flat(graph),
      edges: graph.edges.filter(
        ({ from, to }) => Number(from.slice(1)) < Number(to.slice(1)),
      ),
    }));
    fc.assert(
      fc.property(acyclic, graph => {
        const placed = new Map(
          boxes(graph, layoutGraph(graph)).map(box => [box.id, box]),
        );
        const backwards = graph.edges.filter(({ from, to }) => {
          const a = placed.get(from);
          const b = placed.get(to);
          return a && b && a.x + a.width >= b.x;
        });
        expect(backwards).toEqual([]);
      }),
    );
  });

  it('keeps the members of a group, and nobody else, inside its box', () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        const result = layoutGraph(graph);
        const placed = boxes(graph, result);
        for (const group of result.groups) {
          for (const box of placed) {
            expect(overlaps(group, box)).toBe(box.group === group.group);
            if (box.group !== group.group) continue;
            expect(box.x).toBeGreaterThanOrEqual(group.x);
            expect(box.x + box.width).toBeLessThanOrEqual(
              group.x + group.width,
            );
            expect(box.y).toBeGreaterThanOrEqual(group.y);
            expect(box.y + box.height).toBeLessThanOrEqual(
              group.y + group.height,
            );
          }
        }
      }),
    );
  });

  it('draws a long edge past the boxes between its ends', () => {
    const graph = {
      nodes: ['a', 'b', 'c'].map(id => ({ id, width: 100, height: 50 })),
      edges: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'a', to: 'c' },
      ],
    };
    const result = layoutGraph(graph);
    const [, b] = boxes(graph, result);
    const bends = result.bends[2]!;
    expect([bends[0], bends[2]]).toEqual([b.x, b.x + b.width]);
    expect(bends[1] < b.y || bends[1] > b.y + b.height).toBe(true);
  });

  it('keeps nodes near where they were when others join them', () => {
    const graph = syntheticGraph(60);
    const before = layoutGraph(graph);
    const previous = Object.fromEntries(
      boxes(graph, before).map(({ id, x, y }) => [
        id,
        [x, y] as [number, number],
      ]),
    );
    const random = seededRandom(3);
    const joined = {
      nodes: [
        ...graph.nodes,
        ...[1, 2, 3].map(n => ({ id: `new${n}`, width: 240, height: 84 })),
      ],
      edges: [
        ...graph.edges,
        ...[1, 2, 3].map(n => ({
          from: `new${n}`,
          to: `n${30 + Math.floor(random() * 10)}`,
        })),
      ],
    };
    const after = boxes(joined, layoutGraph({ ...joined, previous }));
    const ways = after
      .filter(({ id }) => previous[id])
      .map(({ id, x, y }) =>
        Math.hypot(x - previous[id][0], y - previous[id][1]),
      )
      .sort((a, b) => a - b);
    expect(ways[Math.floor(ways.length / 2)]).toBeLessThan(100);
    const order = (list: typeof after) =>
      list
        .filter(({ id }) => previous[id])
        .sort((a, b) => a.x - b.x || a.y - b.y)
        .map(({ id }) => id);
    // Nobody jumps over anybody: an eye that followed a node still has it.
    const places = new Map(order(after).map((id, i) => [id, i]));
    const jumps = order(boxes(graph, before)).filter(
      (id, i) => Math.abs(places.get(id)! - i) > 6,
    );
    expect(jumps.length).toBeLessThan(12);
  });

  it('lays out ten thousand nodes', () => {
    const large = layoutGraph(syntheticGraph(10_000));
    expect([...large.positions].every(Number.isFinite)).toBe(true);
  });
});
