import { buildScene } from '../../graph/buildScene';
import { PlacedScene } from '../../graph/PlacedScene';
import { layoutGraph } from '../../layout/layoutGraph';
import { FakeDataLineageApi, SHOP } from '../../testing';
import { neighbourOf } from './neighbourOf';

async function placeShop() {
  const graph = await new FakeDataLineageApi().getGraph({
    nodes: [SHOP.enriched.id],
    depth: 20,
  });
  const scene = buildScene(graph, { grouping: 'none', open: new Set() });
  return new PlacedScene(scene, layoutGraph(scene));
}

describe('neighbourOf', () => {
  it('goes along the edges', async () => {
    const placed = await placeShop();
    expect(neighbourOf(placed, SHOP.cdc.id, 'ArrowRight')).toBe(
      SHOP.ordersTopic.id,
    );
    expect(neighbourOf(placed, SHOP.cdc.id, 'ArrowLeft')).toBe(SHOP.orders.id);
    expect(neighbourOf(placed, SHOP.orders.id, 'ArrowLeft')).toBeUndefined();
  });

  it('goes up and down between boxes above one another, and back', async () => {
    const placed = await placeShop();
    const keys = ['ArrowUp', 'ArrowDown'] as const;
    const away = keys.find(key =>
      neighbourOf(placed, SHOP.ordersTopic.id, key),
    )!;
    const other = neighbourOf(placed, SHOP.ordersTopic.id, away)!;
    expect(other).toBe(SHOP.customers.id);
    const back = keys.find(key => key !== away)!;
    expect(neighbourOf(placed, other, back)).toBe(SHOP.ordersTopic.id);
  });

  it('goes nowhere from what is not there', async () => {
    expect(neighbourOf(await placeShop(), 'x', 'ArrowUp')).toBeUndefined();
  });
});
