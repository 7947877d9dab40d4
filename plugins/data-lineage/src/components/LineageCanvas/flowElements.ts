import { Edge, MarkerType, Node, Position } from '@xyflow/react';
import { edgePoints, linkPoints, smoothPath } from '../../graph/edgePath';
import { GroupBox } from '../../layout/LayoutRequest';
import { PlacedScene } from '../../graph/PlacedScene';
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

/** Boxes of some nodes and frames of all open groups, with sizes and handles given: nothing is measured. */
export function flowNodes(
  placed: PlacedScene,
  nodes: SceneNode[],
  options: { texts: CanvasTexts; active?: string },
): (BoxNode | FrameNode)[] {
  const frames = placed.groups.map(
    (frame): FrameNode => ({
      id: `frame ${frame.group}`,
      type: 'frame',
      position: { x: frame.x, y: frame.y },
      width: frame.width,
      height: frame.height,
      measured: { width: frame.width, height: frame.height },
      zIndex: -1,
      focusable: false,
      data: { frame },
    }),
  );
  const boxes = nodes.flatMap((node): BoxNode[] => {
    const box = placed.box(node.id);
    if (!box) return [];
    const { x, y, width, height } = box;
    const handle = { y: Math.min(height / 2, 46), width: 1, height: 1 };
    return [
      {
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
        domAttributes: { tabIndex: node.id === options.active ? 0 : -1 },
        ariaLabel: options.texts.node(node),
      },
    ];
  });
  return [...frames, ...boxes];
}

/** Lines that touch some of the nodes, and the nodes that they need at their other ends. */
export function flowEdges(
  placed: PlacedScene,
  nodes: SceneNode[],
  options: {
    texts: CanvasTexts;
    selected?: string;
    litNodes?: ReadonlySet<string>;
    areLinksLit: boolean;
  },
): { edges: LineEdge[]; ends: SceneNode[] } {
  const inSight = new Set(nodes.map(node => node.id));
  const ends = new Map<string, SceneNode>();
  const numbers = new Set(nodes.flatMap(node => placed.edgesOf(node.id)));
  const need = (id: string) => {
    const node = inSight.has(id) ? undefined : placed.node(id);
    if (node) ends.set(id, node);
  };
  const edges = [...numbers].map((e): LineEdge => {
    const edge = placed.edge(e);
    need(edge.from);
    need(edge.to);
    const style = lineStyle(edge);
    const isFaint =
      options.litNodes &&
      !(options.litNodes.has(edge.from) && options.litNodes.has(edge.to));
    return {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      type: 'line',
      selected: edge.id === options.selected,
      ariaLabel: options.texts.edge(edge),
      style: {
        stroke: `var(${style.color})`,
        strokeWidth:
          edge.id === options.selected ? style.width + 2 : style.width,
        strokeDasharray: style.dash.join(' ') || undefined,
        opacity: isFaint ? 0.25 : 1,
      },
      markerEnd: { type: MarkerType.ArrowClosed, color: `var(${style.color})` },
      data: { path: smoothPath(edgePoints(placed, e)), edge },
    };
  });
  const links = placed.scene.links.flatMap((each): LineEdge[] => {
    const { from, to, transformations, change } = each.link;
    if (!inSight.has(from.node) && !inSight.has(to.node)) return [];
    need(from.node);
    need(to.node);
    const isDirect = transformations.some(({ type }) => type === 'DIRECT');
    const color = change
      ? lineStyle({ origins: [], change }).color
      : '--dl-column';
    return [
      {
        id: `link ${each.id}`,
        source: from.node,
        target: to.node,
        type: 'line',
        selected: `link ${each.id}` === options.selected,
        ariaLabel: options.texts.link(each),
        style: {
          stroke: `var(${color})`,
          strokeWidth: options.areLinksLit ? 2.5 : 1.25,
          // Influence (filter, join, grouping) is not flow: it is dotted.
          strokeDasharray: isDirect ? undefined : '2 5',
        },
        data: { path: smoothPath(linkPoints(placed, each)), link: each },
      },
    ];
  });
  return { edges: [...edges, ...links], ends: [...ends.values()] };
}
