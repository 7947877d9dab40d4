import {
  ColumnLink,
  HiddenNode,
  LineageEdge,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';

/** All that a fake back end knows. `more` of the nodes is worked out by the answers. */
export type FakeGraph = {
  nodes: (VisibleNode | HiddenNode)[];
  /** With an end: the edge is no more from then on. */
  edges: (LineageEdge & { until?: string })[];
  links: ColumnLink[];
};

/** Ids within some steps of the start, along the flow or against it. */
export function reach(
  edges: LineageEdge[],
  starts: string[],
  direction: 'upstream' | 'downstream',
  depth: number,
): Map<string, number> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] =
      direction === 'downstream' ? [edge.from, edge.to] : [edge.to, edge.from];
    const list = next.get(from);
    if (list) list.push(to);
    else next.set(from, [to]);
  }
  const found = new Map(starts.map(id => [id, 0]));
  let level = starts;
  for (let step = 1; step <= depth && level.length > 0; step++) {
    const following: string[] = [];
    for (const id of level) {
      for (const target of next.get(id) ?? []) {
        if (found.has(target)) continue;
        found.set(target, step);
        following.push(target);
      }
    }
    level = following;
  }
  return found;
}
