import {
  ColumnLink,
  LineageEdge,
  LineageGraph,
  LineageNode,
  ORIGINS,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { edgeKey, linkKey } from './mergeGraphs';
import { Scene, SceneEdge, SceneNode, SIZES } from './Scene';

/** By what nodes are put together. */
export const GROUPINGS = ['none', 'system', 'owner', 'source'] as const;

/** One of {@link GROUPINGS}. */
export type Grouping = (typeof GROUPINGS)[number];

/** How a graph is to be drawn. */
export type SceneOptions = {
  grouping: Grouping;
  /** Ids of nodes whose columns are shown, and of groups that are open. */
  open: ReadonlySet<string>;
  /** Ids of nodes that show all their columns. */
  unfolded?: ReadonlySet<string>;
  /** Links that light up: their columns are shown wherever they are. */
  lit?: ColumnLink[];
};

/** The id of a closed group, and what its key is in `open`. */
export const groupId = (group: string) => `group:${group}`;

/** Turns a graph into boxes and lines: groups, bundles of hidden nodes, rows of columns. */
export function buildScene(graph: LineageGraph, options: SceneOptions): Scene {
  const litColumns = columnsOf(options.lit ?? []);
  const linked = columnsOf(graph.columnLinks ?? []);
  const changes = changesOf(graph);
  const roots = new Set(graph.roots);
  const boxOf = new Map<string, string>();
  const boxes = new Map<string, SceneNode>();
  const bundles = bundleHidden(graph);
  for (const node of graph.nodes) {
    if (node.hidden) {
      const id = bundles.get(node.id)!;
      boxOf.set(node.id, id);
      boxes.set(id, withHidden(boxes.get(id), id, node));
      continue;
    }
    const group = groupOf(node, options.grouping);
    if (group !== undefined && !options.open.has(groupId(group))) {
      const id = groupId(group);
      boxOf.set(node.id, id);
      boxes.set(id, withMember(boxes.get(id), group, node));
      continue;
    }
    boxOf.set(node.id, node.id);
    boxes.set(
      node.id,
      toBox(node, {
        group,
        change: changes.get(node.id),
        isRoot: roots.has(node.id),
        isOpen: options.open.has(node.id),
        isUnfolded: options.unfolded?.has(node.id) ?? false,
        lit: litColumns.get(node.id),
        linked: linked.get(node.id),
      }),
    );
  }
  return {
    nodes: [...boxes.values()],
    edges: bundleEdges(graph.edges, boxOf),
    links: (options.lit ?? graph.columnLinks ?? [])
      .filter(link => isDrawn(link, boxes, Boolean(options.lit)))
      .map(link => ({ id: linkKey(link), link })),
    hiddenCount: graph.nodes.filter(node => node.hidden).length,
  };
}

/** The group of a node: an entity ref; `undefined` for those that have none. */
export function groupOf(
  node: VisibleNode,
  grouping: Grouping,
): string | undefined {
  return grouping === 'none' ? undefined : node[grouping];
}

function toBox(
  node: VisibleNode,
  how: {
    group?: string;
    change?: SceneNode['change'];
    isRoot: boolean;
    isOpen: boolean;
    isUnfolded: boolean;
    lit?: Set<string>;
    linked?: Set<string>;
  },
): SceneNode {
  const all = node.columns ?? [];
  const isShown = (how.isOpen || how.lit) && all.length > 0;
  let columns = isShown ? all : undefined;
  if (!how.isOpen) columns = columns?.filter(c => how.lit?.has(c.name));
  if (columns && !how.isUnfolded && columns.length > SIZES.rows) {
    // Too many: those that light up or lead somewhere come first.
    const rank = (name: string) => {
      if (how.lit?.has(name)) return 0;
      return how.linked?.has(name) ? 1 : 2;
    };
    const chosen = new Set(
      [...columns]
        .sort((a, b) => rank(a.name) - rank(b.name))
        .slice(0, SIZES.rows),
    );
    columns = columns.filter(column => chosen.has(column));
  }
  const moreColumns = columns ? all.length - columns.length : 0;
  const rows = columns ? columns.length + (moreColumns > 0 ? 1 : 0) : 0;
  const height = rows
    ? SIZES.columnsTop + rows * SIZES.row + 8
    : SIZES[node.type];
  return {
    kind: 'node',
    id: node.id,
    node,
    width: SIZES.width,
    height,
    group: how.group,
    change: how.change,
    isRoot: how.isRoot,
    columns,
    moreColumns,
  };
}

function withMember(
  box: SceneNode | undefined,
  group: string,
  node: VisibleNode,
): SceneNode {
  const known = box?.kind === 'group' ? box : undefined;
  return {
    kind: 'group',
    id: groupId(group),
    of: group,
    width: SIZES.width,
    height: SIZES.group,
    count: (known?.count ?? 0) + 1,
    datasets: (known?.datasets ?? 0) + (node.type === 'dataset' ? 1 : 0),
    jobs: (known?.jobs ?? 0) + (node.type === 'job' ? 1 : 0),
  };
}

function withHidden(
  box: SceneNode | undefined,
  id: string,
  node: LineageNode,
): SceneNode {
  return {
    kind: 'hidden',
    id,
    type: node.type,
    count: (box?.kind === 'hidden' ? box.count : 0) + 1,
    width: SIZES.hiddenWidth,
    height: SIZES.hidden,
  };
}

/** Hidden nodes with the same neighbours are one box: nothing tells them apart. */
function bundleHidden(graph: LineageGraph): Map<string, string> {
  const neighbours = new Map<string, string[]>();
  for (const node of graph.nodes) if (node.hidden) neighbours.set(node.id, []);
  for (const { from, to } of graph.edges) {
    neighbours.get(from)?.push(`>${to}`);
    neighbours.get(to)?.push(`<${from}`);
  }
  const first = new Map<string, string>();
  const bundles = new Map<string, string>();
  for (const node of graph.nodes) {
    if (!node.hidden) continue;
    const key = [node.type, ...neighbours.get(node.id)!.sort()].join(' ');
    if (!first.has(key)) first.set(key, node.id);
    bundles.set(node.id, first.get(key)!);
  }
  return bundles;
}

function bundleEdges(
  edges: LineageEdge[],
  boxOf: Map<string, string>,
): SceneEdge[] {
  const bundles = new Map<string, SceneEdge>();
  for (const edge of edges) {
    const from = boxOf.get(edge.from);
    const to = boxOf.get(edge.to);
    if (!from || !to || from === to) continue;
    const id = edgeKey({ from, to });
    const known = bundles.get(id);
    if (!known) {
      bundles.set(id, {
        id,
        from,
        to,
        origins: edge.origins,
        change: edge.change,
        edges: [edge],
      });
      continue;
    }
    known.edges.push(edge);
    known.origins = ORIGINS.filter(
      o => known.origins.includes(o) || edge.origins.includes(o),
    );
    if (known.change !== edge.change) known.change = 'kept';
  }
  return [...bundles.values()];
}

function columnsOf(links: ColumnLink[]): Map<string, Set<string>> {
  const columns = new Map<string, Set<string>>();
  const add = (node: string, column?: string) => {
    if (column === undefined) return;
    const set = columns.get(node);
    if (set) set.add(column);
    else columns.set(node, new Set([column]));
  };
  for (const { from, to } of links) {
    add(from.node, from.column);
    add(to.node, to.column);
  }
  return columns;
}

/** A node is new when all its edges are, and gone when all its edges are. */
function changesOf(graph: LineageGraph): Map<string, SceneNode['change']> {
  const changes = new Map<string, SceneNode['change']>();
  for (const { from, to, change } of graph.edges) {
    if (!change) continue;
    for (const id of [from, to]) {
      const known = changes.get(id);
      changes.set(id, known && known !== change ? 'kept' : change);
    }
  }
  return changes;
}

/** Both rows are shown; an influence on a whole dataset leads to one that is open, or lights up. */
function isDrawn(
  link: ColumnLink,
  boxes: Map<string, SceneNode>,
  isLit: boolean,
): boolean {
  const from = boxes.get(link.from.node);
  const to = boxes.get(link.to.node);
  if (from?.kind !== 'node' || to?.kind !== 'node') return false;
  const has = (box: typeof from, name: string) =>
    box.columns?.some(column => column.name === name) ?? false;
  return (
    has(from, link.from.column) &&
    (link.to.column === undefined
      ? isLit || to.columns !== undefined
      : has(to, link.to.column))
  );
}
