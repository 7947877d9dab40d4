import { edgePoints, linkPoints, smoothPath } from '../graph/edgePath';
import { PlacedScene } from '../graph/PlacedScene';
import { SceneNode, SIZES } from '../graph/Scene';
import { lineStyle } from '../components/LineageCanvas/originStyle';
import { Palette } from '../components/LineageCanvas/paintScene';

const MARGIN = 24;

/** The whole picture as an SVG document with the colours of the theme; texts stay texts. */
export function sceneSvg(
  placed: PlacedScene,
  palette: Palette,
  title: (node: SceneNode) => string,
): string {
  const { x, y, width, height } = placed.extent;
  const view = [
    x - MARGIN,
    y - MARGIN,
    width + 2 * MARGIN,
    height + 2 * MARGIN,
  ];
  const edges = placed.scene.edges.map((edge, e) => {
    const style = lineStyle(edge);
    const dash = style.dash.length
      ? ` stroke-dasharray="${style.dash.join(' ')}"`
      : '';
    return `<path d="${smoothPath(edgePoints(placed, e))}" stroke="${attribute(
      palette.lines[style.id],
    )}" stroke-width="${style.width}"${dash}/>`;
  });
  const links = placed.scene.links.map(
    link =>
      `<path d="${smoothPath(linkPoints(placed, link))}" stroke="${attribute(
        palette.border,
      )}" stroke-width="1"/>`,
  );
  const border = attribute(palette.border);
  const groups = placed.groups.map(({ group, x: left, y: top, ...size }) =>
    [
      `<rect x="${left}" y="${top}" width="${size.width}" height="${size.height}"`,
      ` rx="12" fill="none" stroke="${border}" stroke-dasharray="6 4"/>`,
      text(left + 16, top + 24, group, palette.text, 600),
    ].join(''),
  );
  const nodes = placed.scene.nodes.map((node, i) =>
    nodeSvg(node, placed.boxAt(i), palette, title(node)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.join(
      ' ',
    )}" width="${view[2]}" height="${
      view[3]
    }" font-family="sans-serif" font-size="13">`,
    `<rect x="${view[0]}" y="${view[1]}" width="${view[2]}" height="${
      view[3]
    }" fill="${attribute(palette.background)}"/>`,
    ...groups,
    `<g fill="none">${[...edges, ...links].join('\n')}</g>`,
    ...nodes,
    '</svg>',
    '',
  ].join('\n');
}

function nodeSvg(
  node: SceneNode,
  box: { x: number; y: number; width: number; height: number },
  palette: Palette,
  title: string,
): string {
  const fill =
    node.kind === 'node' ? palette[node.node.type] : palette[node.kind];
  const radius = node.kind === 'node' && node.node.type === 'job' ? 18 : 6;
  const rows = node.kind === 'node' ? node.columns ?? [] : [];
  const facts =
    node.kind === 'node'
      ? [node.node.dataSystem ?? node.node.integration, node.node.owner]
          .filter(Boolean)
          .join(' · ')
      : '';
  return [
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${
      box.height
    }" rx="${radius}" fill="${attribute(fill)}" stroke="${attribute(
      palette.border,
    )}"/>`,
    text(box.x + 12, box.y + 26, short(title, 30), palette.text, 600),
    facts && text(box.x + 12, box.y + 50, short(facts, 36), palette.text),
    ...rows.map((column, row) =>
      text(
        box.x + 12,
        box.y + SIZES.columnsTop + row * SIZES.row + 16,
        short([column.name, column.type].filter(Boolean).join(' '), 34),
        palette.text,
      ),
    ),
  ]
    .filter(Boolean)
    .join('');
}

function text(
  x: number,
  y: number,
  value: string,
  color: string,
  weight = 400,
): string {
  return `<text x="${x}" y="${y}" fill="${attribute(
    color,
  )}" font-weight="${weight}">${escaped(value)}</text>`;
}

function short(value: string, letters: number): string {
  return value.length > letters ? `${value.slice(0, letters - 1)}…` : value;
}

function escaped(value: string): string {
  return (
    value
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // What XML has no place for.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
  );
}

function attribute(value: string): string {
  return escaped(value).replace(/"/g, '&quot;');
}
