import fc from 'fast-check';
import { layoutGraph } from '../layout/layoutGraph';
import { bigGraph } from '../testing';
import { buildScene } from './buildScene';
import { Box, PlacedScene } from './PlacedScene';

function place(count: number): PlacedScene {
  const graph = bigGraph(count);
  const scene = buildScene(
    { ...graph, roots: [graph.nodes[0].id], asOf: '' },
    { grouping: 'none', open: new Set() },
  );
  return new PlacedScene(scene, layoutGraph(scene));
}

const placed = place(400);

describe('PlacedScene', () => {
  it('finds the node under a point', () => {
    for (const node of placed.scene.nodes) {
      const box = placed.box(node.id)!;
      expect(placed.hit(box.x + 1, box.y + box.height - 1)?.id).toBe(node.id);
    }
  });

  it('finds nothing between the nodes, and something with grace', () => {
    const box = placed.boxAt(0);
    expect(placed.hit(box.x - 5, box.y - 5)).toBeUndefined();
    expect(placed.hit(box.x - 5, box.y - 5, 6)?.id).toBe(
      placed.scene.nodes[0].id,
    );
  });

  it('finds within any rectangle what looking at everything finds', () => {
    const { x, y, width, height } = placed.extent;
    const rectangle = fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(
        ([a, b, size]): Box => ({
          x: x + a * width,
          y: y + b * height,
          width: size * size * width,
          height: size * size * height,
        }),
      );
    fc.assert(
      fc.property(rectangle, area => {
        const all = placed.scene.nodes.filter((_, i) => {
          const box = placed.boxAt(i);
          return (
            box.x <= area.x + area.width &&
            box.x + box.width >= area.x &&
            box.y <= area.y + area.height &&
            box.y + box.height >= area.y
          );
        });
        expect(placed.within(area)).toEqual(all);
      }),
    );
  });

  it('holds everything within its extent', () => {
    expect(placed.within(placed.extent)).toHaveLength(400);
  });
});
