import { graphLayout, GRAPH_SIZES } from './graphLayout';
import { vertexLoad } from './vertexLoad';

const node = (id: string) => ({ id, name: id });

describe('graphLayout', () => {
  it('puts what is fed to the right of what feeds it', () => {
    const { nodes, edges, width } = graphLayout({
      nodes: ['sink', 'join', 'a', 'b'].map(node),
      edges: [
        { from: 'a', to: 'join' },
        { from: 'b', to: 'join', label: 'HASH' },
        { from: 'join', to: 'sink' },
      ],
    });
    const x = (id: string) => nodes.find(one => one.node.id === id)!.x;
    expect(x('a')).toBe(x('b'));
    expect(x('a')).toBeLessThan(x('join'));
    expect(x('join')).toBeLessThan(x('sink'));
    expect(width).toBe(x('sink') + GRAPH_SIZES.width);
    expect(edges).toHaveLength(3);
    expect(edges[1].label).toBe('HASH');
  });

  it('lays nothing over each other and crosses no parallel edges', () => {
    const { nodes } = graphLayout({
      nodes: ['a', 'b', 'c', 'C', 'B', 'A'].map(node),
      edges: ['a', 'b', 'c'].map(id => ({ from: id, to: id.toUpperCase() })),
    });
    const places = nodes.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(6);
    for (const id of ['a', 'b', 'c']) {
      const y = (name: string) => nodes.find(n => n.node.id === name)!.y;
      expect(y(id)).toBe(y(id.toUpperCase()));
    }
  });

  it('is nothing without nodes, and ends with circles and lost ends', () => {
    expect(graphLayout({ nodes: [], edges: [] })).toEqual({
      width: 0,
      height: 0,
      nodes: [],
      edges: [],
    });
    const { edges } = graphLayout({
      nodes: [node('a'), node('b')],
      edges: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
        { from: 'a', to: 'lost' },
      ],
    });
    expect(edges).toHaveLength(2);
  });
});

describe('vertexLoad', () => {
  it.each([
    [{}, 'unknown'],
    [{ busy: 0.1 }, 'calm'],
    [{ busy: 0.9 }, 'busy'],
    [{ busy: 0.9, watermarkLagMs: 90_000 }, 'lagging'],
    [{ busy: 0.9, backpressured: 0.5 }, 'backpressured'],
    [{ backpressured: 1, tasks: { FAILED: 1 } }, 'failed'],
  ])('%p is %s', (facts, load) => {
    expect(vertexLoad({ ...node('a'), ...facts })).toBe(load);
  });
});
