import { buildScene } from '../graph/buildScene';
import { PlacedScene } from '../graph/PlacedScene';
import { layoutGraph } from '../layout/layoutGraph';
import { FakeDataLineageApi, SHOP } from '../testing';
import { csvRow } from './csvRow';
import { graphCsv } from './graphCsv';
import { impactCsv } from './impactCsv';
import { sceneSvg } from './sceneSvg';

const api = new FakeDataLineageApi();
const all = () =>
  api.getGraph({ nodes: [SHOP.enriched.id], depth: 20, level: 'column' });

describe('CSV', () => {
  it('quotes what has to be quoted and defuses formulas', () => {
    expect(csvRow(['a,b', 'say "x"', '=1+1', ''])).toBe(
      '"a,b","say ""x""",\'=1+1,\r\n',
    );
  });

  it('has a line for every edge and link, and no name of a hidden node', async () => {
    const graph = await all();
    const lines = graphCsv(graph).trimEnd().split('\r\n');
    expect(lines).toHaveLength(
      1 + graph.edges.length + graph.columnLinks!.length,
    );
    expect(lines.some(line => line.includes('(hidden)'))).toBe(true);
    expect(lines.join()).not.toContain('secret');
  });

  it('has a line for every affected column', async () => {
    const report = await api.getImpact({ node: SHOP.enriched.id });
    const text = impactCsv(report);
    expect(text).toContain(
      'group:default/analytics,dataset,mysql://doris-fe:9030,dwh.revenue_by_country,dataset:default/revenue-by-country,revenue,DIRECT/AGGREGATION,2,quality:default/revenue',
    );
  });
});

describe('SVG', () => {
  it('is well-formed whatever the names are', async () => {
    const scene = buildScene(await all(), {
      grouping: 'none',
      open: new Set([SHOP.enriched.id]),
    });
    const placed = new PlacedScene(scene, layoutGraph(scene));
    const palette = {
      ...{ dataset: '#111', job: '#222', hidden: '#333', group: '#444' },
      ...{ border: '#555', text: '#666', selected: '#777', background: '#888' },
      lines: { observed: '#0a0', inferred: '#00a', declared: '#a0a' },
    };
    const svg = sceneSvg(placed, palette, () => '<a & "b">\u0001');
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(document.querySelector('parsererror')).toBeNull();
    expect(document.querySelectorAll('g > path')).toHaveLength(
      scene.edges.length + scene.links.length,
    );
    expect(svg).toContain('amount_eur');
  });
});
