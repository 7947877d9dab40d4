import { FakeDataLineageApi, SHOP } from '../testing';
import { filterGraph } from './filterGraph';

const all = () =>
  new FakeDataLineageApi().getGraph({ nodes: [SHOP.enriched.id], depth: 20 });

describe('filterGraph', () => {
  it('joins datasets through the jobs that are left out', async () => {
    const graph = filterGraph(await all(), { type: 'dataset' });
    expect(graph.nodes.every(node => node.type === 'dataset')).toBe(true);
    expect(graph.edges).toContainEqual(
      expect.objectContaining({
        from: SHOP.ordersTopic.id,
        to: SHOP.enriched.id,
      }),
    );
  });

  it('keeps the roots whatever is wanted', async () => {
    const graph = filterGraph(await all(), { owner: 'group:default/shop' });
    const ids = graph.nodes.map(node => node.id);
    expect(ids.sort()).toEqual(
      [SHOP.orders.id, SHOP.customers.id, SHOP.enriched.id].sort(),
    );
    expect(graph.edges).toHaveLength(2);
  });

  it('says of a way what all of its edges are sure of', async () => {
    const graph = filterGraph(await all(), { type: 'dataset' });
    const edge = graph.edges.find(
      ({ from, to }) => from === SHOP.customers.id && to === SHOP.enriched.id,
    );
    expect(edge?.origins).toEqual(['inferred']);
  });

  it('leaves the graph alone without a filter', async () => {
    const graph = await all();
    expect(filterGraph(graph, {})).toBe(graph);
  });
});
