import {
  linesOf,
  paintScene,
  Palette,
} from '../components/LineageCanvas/paintScene';
import { PlacedScene } from '../graph/PlacedScene';
import { SceneNode } from '../graph/Scene';

const MARGIN = 24;
// Browsers refuse larger canvases.
const MAX_SIDE = 8_000;

/** The whole picture as a PNG, as large as a canvas may be. Rejects when the browser cannot make one. */
export async function scenePng(
  placed: PlacedScene,
  palette: Palette,
  title: (node: SceneNode) => string,
): Promise<Blob> {
  const width = placed.extent.width + 2 * MARGIN;
  const height = placed.extent.height + 2 * MARGIN;
  const zoom = Math.min(1, MAX_SIDE / width, MAX_SIDE / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * zoom);
  canvas.height = Math.ceil(height * zoom);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas');
  paintScene(context, {
    placed,
    palette,
    title,
    lines: linesOf(placed),
    viewport: {
      x: (MARGIN - placed.extent.x) * zoom,
      y: (MARGIN - placed.extent.y) * zoom,
      zoom,
    },
    width: canvas.width,
    height: canvas.height,
    ratio: 1,
  });
  context.globalCompositeOperation = 'destination-over';
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob =>
      blob
        ? resolve(blob)
        : reject(new Error('The picture is too large for this browser')),
    );
  });
}
