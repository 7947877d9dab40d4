import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { FakeDataLineageApi, SHOP } from '../testing';
import { mergeGraphs } from './mergeGraphs';

const api = new FakeDataLineageApi();
const ids = (graph: LineageGraph) => graph.nodes.map(node => node.id);
const node = (graph: LineageGraph, id: string) => {
  const found = graph.nodes.find(each => each.id === id);
  if (!found || found.hidden) throw new Error(`${id} is not visible`);
  return found;
};

async function expanded(direction: 'upstream' | 'downstream', id: string) {
  const base = await api.getGraph({ nodes: [SHOP.enriched.id], depth: 1 });
  const graph = await api.getGraph({ nodes: [id], direction, depth: 1 });
  return { base, merged: mergeGraphs(base, [{ node: id, direction, graph }]) };
}

describe('mergeGraphs', () => {
  it('adds what was expanded', async () => {
    const { base, merged } = await expanded('upstream', SHOP.enrich.id);
    expect(ids(base)).not.toContain(SHOP.customers.id);
    expect(ids(merged)).toContain(SHOP.customers.id);
    expect(merged.edges).toHaveLength(base.edges.length + 2);
  });

  it('counts anew what is still left out', async () => {
    const { base, merged } = await expanded('upstream', SHOP.enrich.id);
    expect(node(base, SHOP.enrich.id).more.upstream).toBe(2);
    expect(node(merged, SHOP.enrich.id).more.upstream).toBe(0);
    expect(node(merged, SHOP.ordersTopic.id).more).toEqual({
      upstream: 1,
      downstream: 0,
    });
  });

  it('counts no hidden node twice', async () => {
    const { merged } = await expanded('downstream', SHOP.enriched.id);
    expect(merged.nodes.filter(each => each.hidden)).toHaveLength(2);
    expect(
      merged.edges.every(
        ({ from, to }) =>
          ids(merged).includes(from) && ids(merged).includes(to),
      ),
    ).toBe(true);
  });

  it('keeps columns that one of the answers has', async () => {
    const base = await api.getGraph({
      nodes: [SHOP.enriched.id],
      depth: 1,
      level: 'column',
    });
    const graph = await api.getGraph({ nodes: [SHOP.enriched.id], depth: 1 });
    const merged = mergeGraphs(base, [
      { node: SHOP.enriched.id, direction: 'downstream', graph },
    ]);
    expect(node(merged, SHOP.enriched.id).columns).toHaveLength(5);
  });
});
