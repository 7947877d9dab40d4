import { PlacedScene } from './PlacedScene';

/** One side of a comparison: the same places without what was not there then. */
export function sideOf(
  placed: PlacedScene,
  absent: 'added' | 'removed',
): PlacedScene {
  const { scene, layout } = placed;
  const nodes = [...scene.nodes.keys()].filter(
    i => scene.nodes[i].change !== absent,
  );
  const edges = [...scene.edges.keys()].filter(
    e => scene.edges[e].change !== absent,
  );
  return new PlacedScene(
    {
      ...scene,
      nodes: nodes.map(i => scene.nodes[i]),
      edges: edges.map(e => scene.edges[e]),
      links: scene.links.filter(({ link }) => link.change !== absent),
    },
    {
      positions: Float64Array.from(
        nodes.flatMap(i => [...layout.positions.slice(2 * i, 2 * i + 2)]),
      ),
      bends: edges.map(e => layout.bends[e]),
      groups: layout.groups,
    },
  );
}
