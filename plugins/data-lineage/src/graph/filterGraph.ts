import {
  LineageEdge,
  LineageGraph,
  NodeType,
  ORIGINS,
} from '@datalark/backstage-plugin-data-lineage-common';
import { edgeKey } from './mergeGraphs';

/** Which nodes are to be seen; absent fields let everything pass. */
export type NodeFilter = {
  type?: NodeType;
  /** Entity ref. */
  owner?: string;
  /** Entity ref. */
  system?: string;
};

/**
 * Leaves out nodes that the filter does not want, and joins what flows through
 * them: with jobs left out, datasets are joined to datasets. Roots and hidden
 * nodes stay, except that a filter by type holds for all.
 */
export function filterGraph(
  graph: LineageGraph,
  filter: NodeFilter,
): LineageGraph {
  if (!filter.type && !filter.owner && !filter.system) return graph;
  const roots = new Set(graph.roots);
  const isKept = (node: LineageGraph['nodes'][number]) => {
    if (roots.has(node.id)) return true;
    if (filter.type && node.type !== filter.type) return false;
    if (node.hidden) return !filter.owner && !filter.system;
    return (
      (!filter.owner || node.owner === filter.owner) &&
      (!filter.system || node.system === filter.system)
    );
  };
  const nodes = graph.nodes.filter(isKept);
  const kept = new Set(nodes.map(node => node.id));
  return {
    ...graph,
    nodes,
    edges: joinThrough(graph.edges, kept),
    columnLinks: graph.columnLinks?.filter(
      link => kept.has(link.from.node) && kept.has(link.to.node),
    ),
  };
}

function joinThrough(edges: LineageEdge[], kept: Set<string>): LineageEdge[] {
  const out = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    const list = out.get(edge.from);
    if (list) list.push(edge);
    else out.set(edge.from, [edge]);
  }
  const joined = new Map<string, LineageEdge>();
  for (const start of kept) {
    const seen = new Set<string>();
    const stack = [...(out.get(start) ?? [])];
    while (stack.length > 0) {
      const edge = stack.pop()!;
      if (kept.has(edge.to)) {
        const next = { ...edge, from: start };
        const key = edgeKey(next);
        joined.set(key, weakest(joined.get(key), next));
      } else if (!seen.has(edge.to)) {
        seen.add(edge.to);
        for (const next of out.get(edge.to) ?? []) {
          stack.push(weakest(undefined, { ...edge, to: next.to }, next));
        }
      }
    }
  }
  return [...joined.values()];
}

/** A way through several edges is as sure as what all of them share, and as old as the youngest. */
function weakest(
  known: LineageEdge | undefined,
  edge: LineageEdge,
  next?: LineageEdge,
): LineageEdge {
  if (next) {
    const shared = edge.origins.filter(o => next.origins.includes(o));
    return {
      ...edge,
      origins: shared.length ? shared : next.origins,
      firstSeenAt: max(edge.firstSeenAt, next.firstSeenAt),
      lastSeenAt: min(edge.lastSeenAt, next.lastSeenAt),
      change:
        edge.change === next.change ? edge.change : edge.change ?? next.change,
    };
  }
  if (!known) return edge;
  return {
    ...known,
    origins: ORIGINS.filter(
      o => known.origins.includes(o) || edge.origins.includes(o),
    ),
    firstSeenAt: min(known.firstSeenAt, edge.firstSeenAt),
    lastSeenAt: max(known.lastSeenAt, edge.lastSeenAt),
  };
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}

function max(a: string, b: string): string {
  return a > b ? a : b;
}
