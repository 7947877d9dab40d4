import {
  ColumnLink,
  LineageEdge,
  LineageGraph,
  LineageNode,
  ORIGINS,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';

/** One step that a viewer asked for beyond the first answer. */
export type Expansion = {
  node: string;
  direction: 'upstream' | 'downstream';
  graph: LineageGraph;
};

/**
 * One graph of the first answer and of what was expanded since. Hidden nodes
 * have ids within one answer only: those next to an expanded node are taken
 * from the expansion, so that nobody is counted twice. What is still left out
 * is counted anew.
 */
export function mergeGraphs(
  base: LineageGraph,
  expansions: Expansion[],
): LineageGraph {
  const nodes = new Map<string, LineageNode>();
  const edges = new Map<string, LineageEdge>();
  const links = new Map<string, ColumnLink>();
  const totals = new Map<string, { upstream: number; downstream: number }>();
  const add = (graph: LineageGraph, answer: number) => {
    const hidden = new Set(
      graph.nodes.filter(node => node.hidden).map(node => node.id),
    );
    const rename = (id: string) =>
      hidden.has(id) ? `hidden-${answer}-${id}` : id;
    for (const node of graph.nodes) {
      const id = rename(node.id);
      const present = nodes.get(id);
      nodes.set(
        id,
        node.hidden
          ? { ...node, id }
          : { ...(present as VisibleNode | undefined), ...defined(node) },
      );
    }
    for (const edge of graph.edges) {
      const renamed = { ...edge, from: rename(edge.from), to: rename(edge.to) };
      const key = edgeKey(renamed);
      edges.set(key, joined(edges.get(key), renamed));
    }
    graph.columnLinks?.forEach(link => links.set(linkKey(link), link));
    countNeighbours(graph, totals);
  };
  add(base, 0);
  expansions.forEach((expansion, i) => {
    dropHiddenNextTo(expansion, nodes, edges);
    add(expansion.graph, i + 1);
  });
  const left = new Map<string, { upstream: number; downstream: number }>();
  for (const { from, to } of edges.values()) {
    countOne(left, from, 'downstream');
    countOne(left, to, 'upstream');
  }
  return {
    ...base,
    nodes: [...nodes.values()].map(node =>
      node.hidden ? node : { ...node, more: remaining(node.id) },
    ),
    edges: [...edges.values()],
    columnLinks:
      base.columnLinks || links.size ? [...links.values()] : undefined,
    truncated:
      base.truncated ??
      expansions.find(e => e.graph.truncated)?.graph.truncated,
  };

  function remaining(id: string) {
    const total = totals.get(id);
    const shown = left.get(id);
    return {
      upstream: Math.max(0, (total?.upstream ?? 0) - (shown?.upstream ?? 0)),
      downstream: Math.max(
        0,
        (total?.downstream ?? 0) - (shown?.downstream ?? 0),
      ),
    };
  }
}

/** Identifies an edge within a graph. */
export function edgeKey(edge: { from: string; to: string }): string {
  return `${edge.from}|${edge.to}`;
}

/** Identifies a link within a graph. */
export function linkKey({ from, to, job }: ColumnLink): string {
  return [from.node, from.column, to.node, to.column ?? '', job ?? ''].join(
    '|',
  );
}

// An answer without columns does not take away the columns of another.
function defined<T extends object>(node: T): T {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== undefined),
  ) as T;
}

function joined(one: LineageEdge | undefined, other: LineageEdge): LineageEdge {
  if (!one) return other;
  return {
    ...other,
    origins: ORIGINS.filter(
      origin => one.origins.includes(origin) || other.origins.includes(origin),
    ),
    firstSeenAt:
      one.firstSeenAt < other.firstSeenAt ? one.firstSeenAt : other.firstSeenAt,
    lastSeenAt:
      one.lastSeenAt > other.lastSeenAt ? one.lastSeenAt : other.lastSeenAt,
    change: other.change ?? one.change,
  };
}

type Counts = Map<string, { upstream: number; downstream: number }>;

function countOne(counts: Counts, id: string, side: 'upstream' | 'downstream') {
  const count = counts.get(id) ?? { upstream: 0, downstream: 0 };
  count[side]++;
  counts.set(id, count);
}

/** All neighbours that an answer knows of, shown or not; the most of several answers counts. */
function countNeighbours(graph: LineageGraph, totals: Counts) {
  const shown: Counts = new Map();
  for (const { from, to } of graph.edges) {
    countOne(shown, from, 'downstream');
    countOne(shown, to, 'upstream');
  }
  for (const node of graph.nodes) {
    if (node.hidden) continue;
    const here = shown.get(node.id);
    const known = totals.get(node.id);
    totals.set(node.id, {
      upstream: Math.max(
        known?.upstream ?? 0,
        (here?.upstream ?? 0) + node.more.upstream,
      ),
      downstream: Math.max(
        known?.downstream ?? 0,
        (here?.downstream ?? 0) + node.more.downstream,
      ),
    });
  }
}

function dropHiddenNextTo(
  { node, direction }: Expansion,
  nodes: Map<string, LineageNode>,
  edges: Map<string, LineageEdge>,
) {
  for (const [key, edge] of edges) {
    const isNext =
      direction === 'upstream' ? edge.to === node : edge.from === node;
    const other = direction === 'upstream' ? edge.from : edge.to;
    if (!isNext || !nodes.get(other)?.hidden) continue;
    edges.delete(key);
    const isElsewhere = [...edges.values()].some(
      each => each.from === other || each.to === other,
    );
    if (!isElsewhere) nodes.delete(other);
  }
}
