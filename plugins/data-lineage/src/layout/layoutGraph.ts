import { layoutFlat } from './layoutFlat';
import { GroupBox, LayoutRequest, LayoutResult } from './LayoutRequest';

/** Room around the members of a group, and for its title above them. */
export const GROUP_PADDING = 24;
export const GROUP_TITLE = 36;

/**
 * Places nodes of any size in layers from left to right: no two overlap, and
 * the same request gets the same answer. Members of a group lie in one box.
 * Pure and without the DOM, so that it runs in a worker.
 */
export function layoutGraph(request: LayoutRequest): LayoutResult {
  const members = new Map<string, number[]>();
  request.nodes.forEach((node, i) => {
    if (node.group === undefined) return;
    const list = members.get(node.group);
    if (list) list.push(i);
    else members.set(node.group, [i]);
  });
  if (members.size === 0) return layoutFlat(request);
  return layoutGrouped(request, members);
}

const boxId = (group: string) => `group ${group}`;

/** Each group by itself, then the groups and the rest as boxes. */
function layoutGrouped(
  { nodes, edges, previous }: LayoutRequest,
  members: Map<string, number[]>,
): LayoutResult {
  const positions = new Float64Array(nodes.length * 2);
  const bends: LayoutResult['bends'] = edges.map(() => undefined);
  const groupOf = new Map(nodes.map(node => [node.id, node.group]));
  const inside = [...members].map(([group, list]) => {
    const chosen = [...edges.keys()].filter(
      e =>
        groupOf.get(edges[e].from) === group &&
        groupOf.get(edges[e].to) === group,
    );
    const result = layoutFlat({
      nodes: list.map(i => nodes[i]),
      edges: chosen.map(e => edges[e]),
      previous,
    });
    return { group, list, chosen, result, extent: extent(result, list, nodes) };
  });
  const outside = [...nodes.keys()].filter(i => nodes[i].group === undefined);
  const boxOf = (id: string) => {
    const group = groupOf.get(id);
    return group === undefined ? id : boxId(group);
  };
  const whole = layoutFlat({
    nodes: [
      ...outside.map(i => nodes[i]),
      ...inside.map(({ group, extent: { width, height } }) => ({
        id: boxId(group),
        width: width + 2 * GROUP_PADDING,
        height: height + 2 * GROUP_PADDING + GROUP_TITLE,
      })),
    ],
    edges: edges.map(edge => ({ from: boxOf(edge.from), to: boxOf(edge.to) })),
    previous,
  });
  const shiftedBends = (
    points: Float64Array | undefined,
    x: number,
    y: number,
  ) => points?.map((value, i) => value + (i % 2 ? y : x));
  outside.forEach((i, at) => {
    positions[2 * i] = whole.positions[2 * at];
    positions[2 * i + 1] = whole.positions[2 * at + 1];
  });
  edges.forEach((edge, e) => {
    if (boxOf(edge.from) !== boxOf(edge.to)) bends[e] = whole.bends[e];
  });
  const groups: GroupBox[] = inside.map((each, n) => {
    const at = outside.length + n;
    const x = whole.positions[2 * at];
    const y = whole.positions[2 * at + 1];
    const dx = x + GROUP_PADDING - each.extent.x;
    const dy = y + GROUP_PADDING + GROUP_TITLE - each.extent.y;
    each.list.forEach((i, m) => {
      positions[2 * i] = each.result.positions[2 * m] + dx;
      positions[2 * i + 1] = each.result.positions[2 * m + 1] + dy;
    });
    each.chosen.forEach((e, m) => {
      bends[e] = shiftedBends(each.result.bends[m], dx, dy);
    });
    return {
      group: each.group,
      x,
      y,
      width: each.extent.width + 2 * GROUP_PADDING,
      height: each.extent.height + 2 * GROUP_PADDING + GROUP_TITLE,
    };
  });
  return { positions, bends, groups };
}

function extent(
  { positions }: LayoutResult,
  list: number[],
  nodes: LayoutRequest['nodes'],
) {
  let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  list.forEach((i, m) => {
    x = Math.min(x, positions[2 * m]);
    y = Math.min(y, positions[2 * m + 1]);
    right = Math.max(right, positions[2 * m] + nodes[i].width);
    bottom = Math.max(bottom, positions[2 * m + 1] + nodes[i].height);
  });
  return { x, y, width: right - x, height: bottom - y };
}
