import { shopGraph, TIMES } from '../testing';
import { knownTimes } from './knownTimes';

describe('knownTimes', () => {
  it('lists when something came, once and in order', () => {
    const graph = { ...shopGraph(), roots: [], asOf: '' };
    expect(knownTimes(graph)).toEqual([TIMES.first, TIMES.change]);
    expect(knownTimes(undefined)).toEqual([]);
  });

  it('lists some of very many', () => {
    const [edge] = shopGraph().edges;
    const edges = Array.from({ length: 500 }, (_, i) => ({
      ...edge,
      firstSeenAt: new Date(i * 60_000).toISOString(),
    }));
    const times = knownTimes({ roots: [], nodes: [], edges, asOf: '' });
    expect(times).toHaveLength(60);
    expect(times[59]).toBe(edges[499].firstSeenAt);
  });
});
