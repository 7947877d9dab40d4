import { Edge, MarkerType, Node, Position } from '@xyflow/react';
import { edgePoints, linkPoints, smoothPath } from '../../graph/edgePath';
import { GroupBox } from '../../layout/LayoutRequest';
import { Box, PlacedScene } from '../../graph/PlacedScene';
import { SceneEdge, SceneLink, SceneNode } from '../../graph/Scene';
import { lineStyle } from './originStyle';

/** A box for xyflow. */
export type BoxNode = Node<{ box: SceneNode }, 'box'>;
/** The frame of an open group. */
export type FrameNode = Node<{ frame: GroupBox }, 'frame'>;
/** A line for xyflow, its path worked out beforehand. */
export type LineEdge = Edge<
  { path: string; edge?: SceneEdge; link?: SceneLink },
  'line'
>;

/** Texts of the picture for screen readers. */
export type CanvasTexts = {
  node(node: SceneNode): string;
  edge(edge: SceneEdge): string;
  link(link: SceneLink): string;
};

/**
 * Elements that were made before: what is in sight changes while panning, and
 * an element that stays the same object is not drawn again. Belongs to one
 * scene and one way to draw it.
 */
export type KnownElements = {
  nodes: Map<string, BoxNode | FrameNode>;
  edges: Map<string, LineEdge>;
};

/** {@link KnownElements} of nothing yet. */
export function noElements(): KnownElements {
  return { nodes: new Map(), edges: new Map() };
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  let element = known.get(key);
  if (element === undefined) {
    element = make();
    known.set(key, element);
  }
  return element;
}

/** Boxes of some nodes and frames of all open groups, with sizes and handles given: nothing is measured. */
export function flowNodes(
  placed: PlacedScene,
  nodes: SceneNode[],
  options: { texts: CanvasTexts; active?: string; known: KnownElements },
): (BoxNode | FrameNode)[] {
  const { texts, active, known } = options;
  const frames = placed.groups.map(group =>
    kept(known.nodes, `frame ${group.group}`, () => toFrame(group)),
  );
  const boxes = nodes.flatMap(node => {
    const box = placed.box(node.id);
    if (!box) return [];
    const isActive = node.id === active;
    return kept(known.nodes, `${isActive} ${node.id}`, () =>
      toBox(node, box, isActive, texts),
    );
  });
  return [...frames, ...boxes];
}

/** Lines that touch some of the nodes, and the nodes that they need at their other ends. */
export function flowEdges(
  placed: PlacedScene,
  nodes: SceneNode[],
  options: EdgeOptions & { known: KnownElements },
): { edges: LineEdge[]; ends: SceneNode[] } {
  const { known } = options;
  const inSight = new Set(nodes.map(node => node.id));
  const ends = new Map<string, SceneNode>();
  const need = (id: string) => {
    const node = inSight.has(id) ? undefined : placed.node(id);
    if (node) ends.set(id, node);
  };
  const numbers = new Set(nodes.flatMap(node => placed.edgesOf(node.id)));
  const edges = [...numbers].map(e => {
    const edge = placed.edge(e);
    need(edge.from);
    need(edge.to);
    return kept(known.edges, edge.id, () => toEdge(placed, e, options));
  });
  const links = placed.scene.links.flatMap(each => {
    const { from, to } = each.link;
    if (!inSight.has(from.node) && !inSight.has(to.node)) return [];
    need(from.node);
    need(to.node);
    const id = `link ${each.id}`;
    return kept(known.edges, id, () => toLink(placed, id, each, options));
  });
  return { edges: [...edges, ...links], ends: [...ends.values()] };
}

type EdgeOptions = {
  texts: CanvasTexts;
  selected?: string;
  litNodes?: ReadonlySet<string>;
  areLinksLit: boolean;
};

function toFrame(frame: GroupBox): FrameNode {
  const { x, y, width, height } = frame;
  return {
    id: `frame ${frame.group}`,
    type: 'frame',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    zIndex: -1,
    focusable: false,
    data: { frame },
  };
}

function toBox(
  node: SceneNode,
  { x, y, width, height }: Box,
  isActive: boolean,
  texts: CanvasTexts,
): BoxNode {
  const handle = { y: Math.min(height / 2, 46), width: 1, height: 1 };
  return {
    id: node.id,
    type: 'box',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [
      { ...handle, type: 'target', position: Position.Left, x: 0 },
      { ...handle, type: 'source', position: Position.Right, x: width },
    ],
    data: { box: node },
    // One stop of the Tab key; arrows go on from there.
    domAttributes: { tabIndex: isActive ? 0 : -1 },
    ariaLabel: texts.node(node),
  };
}

function toEdge(
  placed: PlacedScene,
  e: number,
  { texts, selected, litNodes }: EdgeOptions,
): LineEdge {
  const edge = placed.edge(e);
  const style = lineStyle(edge);
  const isSelected = edge.id === selected;
  const isFaint =
    litNodes && !(litNodes.has(edge.from) && litNodes.has(edge.to));
  return {
    id: edge.id,
    source: edge.from,
    target: edge.to,
    type: 'line',
    selected: isSelected,
    ariaLabel: texts.edge(edge),
    style: {
      stroke: `var(${style.color})`,
      strokeWidth: isSelected ? style.width + 2 : style.width,
      strokeDasharray: style.dash.join(' ') || undefined,
      opacity: isFaint ? 0.25 : 1,
    },
    markerEnd: { type: MarkerType.ArrowClosed, color: `var(${style.color})` },
    data: { path: smoothPath(edgePoints(placed, e)), edge },
  };
}

function toLink(
  placed: PlacedScene,
  id: string,
  each: SceneLink,
  { texts, selected, areLinksLit }: EdgeOptions,
): LineEdge {
  const { from, to, transformations, change } = each.link;
  const isDirect = transformations.some(({ type }) => type === 'DIRECT');
  const color = change
    ? lineStyle({ origins: [], change }).color
    : '--dl-column';
  return {
    id,
    source: from.node,
    target: to.node,
    type: 'line',
    selected: id === selected,
    ariaLabel: texts.link(each),
    style: {
      stroke: `var(${color})`,
      strokeWidth: areLinksLit ? 2.5 : 1.25,
      // Influence (filter, join, grouping) is not flow: it is dotted.
      strokeDasharray: isDirect ? undefined : '2 5',
    },
    data: { path: smoothPath(linkPoints(placed, each)), link: each },
  };
}
