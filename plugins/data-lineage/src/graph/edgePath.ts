import { LinePoint } from './LinePoint';
import { PlacedScene } from './PlacedScene';
import { SceneLink, SIZES } from './Scene';

/** The points of an edge, from the right side of its start to the left side of its end. */
export function edgePoints(placed: PlacedScene, e: number): LinePoint[] {
  const edge = placed.edge(e);
  const from = placed.box(edge.from);
  const to = placed.box(edge.to);
  if (!from || !to) return [];
  const points: LinePoint[] = [
    { x: from.x + from.width, y: from.y + Math.min(from.height / 2, 46) },
  ];
  const bends = placed.bends(e);
  if (bends) {
    for (let i = 0; i < bends.length; i += 2) {
      points.push({ x: bends[i], y: bends[i + 1] });
    }
  }
  points.push({ x: to.x, y: to.y + Math.min(to.height / 2, 46) });
  return points;
}

/** The points of a link from row to row, through the job that makes it. */
export function linkPoints(
  placed: PlacedScene,
  { link }: SceneLink,
): LinePoint[] {
  const from = placed.box(link.from.node);
  const to = placed.box(link.to.node);
  if (!from || !to) return [];
  const points: LinePoint[] = [
    {
      x: from.x + from.width,
      y: from.y + rowY(placed, link.from.node, link.from.column),
    },
  ];
  const job = link.job ? placed.box(link.job) : undefined;
  if (job && job.x > from.x && job.x < to.x) {
    const y = job.y + job.height / 2;
    points.push({ x: job.x, y }, { x: job.x + job.width, y });
  }
  points.push({
    x: to.x,
    y: to.y + rowY(placed, link.to.node, link.to.column),
  });
  return points;
}

function rowY(placed: PlacedScene, id: string, column?: string): number {
  const node = placed.node(id);
  if (node?.kind !== 'node' || column === undefined) return 46;
  const row = node.columns?.findIndex(each => each.name === column) ?? -1;
  return row < 0 ? 46 : SIZES.columnsTop + (row + 0.5) * SIZES.row;
}

/** An SVG path through points: level at its ends and at each of them. */
export function smoothPath(points: LinePoint[]): string {
  if (points.length < 2) return '';
  let path = `M${points[0].x},${points[0].y}`;
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1];
    const b = points[i];
    if (Math.abs(a.y - b.y) < 1 && b.x > a.x) {
      path += `L${b.x},${b.y}`;
      continue;
    }
    if (b.x < a.x) {
      path += aroundPath(a, b);
      continue;
    }
    const pull = Math.max(28, Math.abs(b.x - a.x) / 2);
    path += `C${a.x + pull},${a.y} ${b.x - pull},${b.y} ${b.x},${b.y}`;
  }
  return path;
}

const AROUND = 44;

/** Back to the left, as an edge does that closes a cycle: out, over both ends, and in. */
function aroundPath(a: LinePoint, b: LinePoint): string {
  const top = Math.min(a.y, b.y) - 2 * AROUND;
  return (
    `C${a.x + AROUND},${a.y} ${a.x + AROUND},${top} ${a.x},${top}` +
    `L${b.x},${top}` +
    `C${b.x - AROUND},${top} ${b.x - AROUND},${b.y} ${b.x},${b.y}`
  );
}
