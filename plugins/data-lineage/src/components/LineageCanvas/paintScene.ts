import { edgePoints } from '../../graph/edgePath';
import { LinePoint } from '../../graph/LinePoint';
import { Box, PlacedScene } from '../../graph/PlacedScene';
import { LINE_STYLES, lineStyle } from './originStyle';

/** Colours of the canvas by name, as CSS writes them. */
export type Palette = {
  dataset: string;
  job: string;
  hidden: string;
  group: string;
  border: string;
  text: string;
  selected: string;
  background: string;
  /** Of lines, by the id of their style. */
  lines: Record<string, string>;
};

/** Where the picture lies under the canvas: CSS pixels and zoom. */
export type Viewport = { x: number; y: number; zoom: number };

/** Some lines of one style that lie near one another, made once and drawn at every zoom. */
export type LineBundle = {
  style: (typeof LINE_STYLES)[number];
  path: Path2D;
  box: Box;
};

// One path with all lines would take seconds: the cost of a path grows faster than its lines.
const BUNDLE = 96;

// Below, words would be specks. Pixels of a node's height on the screen.
const READABLE = 16;

/** Collects the edges by style and place. */
export function linesOf(placed: PlacedScene): LineBundle[] {
  const byStyle = new Map<string, LinePoint[][]>();
  placed.scene.edges.forEach((edge, e) => {
    const points = edgePoints(placed, e);
    if (points.length < 2) return;
    const { id } = lineStyle(edge);
    const list = byStyle.get(id);
    if (list) list.push(points);
    else byStyle.set(id, [points]);
  });
  return LINE_STYLES.flatMap(style => {
    const lines = byStyle.get(style.id) ?? [];
    lines.sort((a, b) => a[0].x - b[0].x || a[0].y - b[0].y);
    const bundles: LineBundle[] = [];
    for (let i = 0; i < lines.length; i += BUNDLE) {
      bundles.push({ style, ...bundle(lines.slice(i, i + BUNDLE)) });
    }
    return bundles;
  });
}

function bundle(lines: LinePoint[][]): { path: Path2D; box: Box } {
  const path = new Path2D();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of lines) {
    path.moveTo(points[0].x, points[0].y);
    for (const { x, y } of points) {
      path.lineTo(x, y);
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return {
    path,
    box: { x: left, y: top, width: right - left, height: bottom - top },
  };
}

/**
 * Draws boxes and lines onto a canvas whose pixels are `ratio` to a CSS pixel.
 * What is out of sight is skipped.
 */
export function paintScene(
  context: CanvasRenderingContext2D,
  options: {
    placed: PlacedScene;
    lines: LineBundle[];
    palette: Palette;
    viewport: Viewport;
    width: number;
    height: number;
    ratio: number;
    selected?: string;
    lit?: ReadonlySet<string>;
    title(node: PlacedScene['scene']['nodes'][number]): string;
  },
): void {
  const { placed, palette, viewport, width, height, ratio } = options;
  const { x: shiftX, y: shiftY, zoom } = viewport;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(
    ratio * zoom,
    0,
    0,
    ratio * zoom,
    ratio * shiftX,
    ratio * shiftY,
  );
  const left = -shiftX / zoom;
  const top = -shiftY / zoom;
  const right = left + width / zoom;
  const bottom = top + height / zoom;
  const isOut = (box: Box) =>
    box.x > right ||
    box.y > bottom ||
    box.x + box.width < left ||
    box.y + box.height < top;
  context.globalAlpha = options.lit ? 0.2 : 1;
  for (const group of placed.groups) {
    context.strokeStyle = palette.border;
    context.lineWidth = 1.5 / zoom;
    context.strokeRect(group.x, group.y, group.width, group.height);
  }
  // Many thin lines above one another would be a carpet: far away they are faint.
  const faint = zoom < 0.12 ? 0.35 : 0.8;
  for (const { style, path, box } of options.lines) {
    if (isOut(box)) continue;
    context.globalAlpha = options.lit ? 0.12 : faint;
    context.strokeStyle = palette.lines[style.id];
    context.lineWidth = Math.max(style.width, 0.8 / zoom);
    // Dashes smaller than a pixel cost much and show nothing.
    context.setLineDash(zoom > 0.15 ? style.dash : []);
    context.stroke(path);
  }
  context.setLineDash([]);
  const isReadable = 84 * zoom >= READABLE;
  if (isReadable) {
    context.font = `${Math.max(24, 11 / zoom)}px sans-serif`;
    context.textBaseline = 'middle';
  }
  const perLetter = Math.max(24, 11 / zoom) * 0.55;
  let chosen: number | undefined;
  const { nodes } = placed.scene;
  for (let i = 0; i < nodes.length; i++) {
    const box = placed.boxAt(i);
    if (isOut(box)) continue;
    const node = nodes[i];
    if (node.id === options.selected) chosen = i;
    context.globalAlpha = !options.lit || options.lit.has(node.id) ? 1 : 0.2;
    if (node.kind === 'node') {
      const change = node.change && node.change !== 'kept' && node.change;
      context.fillStyle = change
        ? palette.lines[change]
        : palette[node.node.type];
    } else context.fillStyle = palette[node.kind];
    context.fillRect(box.x, box.y, box.width, box.height);
    if (isReadable) {
      context.fillStyle = palette.text;
      const text = options.title(node);
      const letters = Math.floor((box.width - 16) / perLetter);
      context.fillText(
        text.length > letters ? `${text.slice(0, letters - 1)}…` : text,
        box.x + 8,
        box.y + box.height / 2,
      );
    }
  }
  if (chosen !== undefined) {
    const box = placed.boxAt(chosen);
    const grace = 3 / zoom;
    context.globalAlpha = 1;
    context.strokeStyle = palette.selected;
    context.lineWidth = 3 / zoom;
    context.strokeRect(
      box.x - grace,
      box.y - grace,
      box.width + 2 * grace,
      box.height + 2 * grace,
    );
  }
  context.globalAlpha = 1;
}
