import { FakeDataLineageApi, SHOP } from '../testing';
import { buildScene, groupId } from './buildScene';
import { SIZES } from './Scene';

const api = new FakeDataLineageApi();
const graph = () =>
  api.getGraph({ nodes: [SHOP.enriched.id], depth: 20, level: 'column' });
const NONE = new Set<string>();

describe('buildScene', () => {
  it('shows hidden nodes as one box with their number and without a name', async () => {
    const scene = buildScene(await graph(), { grouping: 'none', open: NONE });
    const hidden = scene.nodes.filter(node => node.kind === 'hidden');
    expect(hidden).toEqual([
      expect.objectContaining({ kind: 'hidden', type: 'job', count: 2 }),
    ]);
    expect(scene.hiddenCount).toBe(2);
  });

  it('makes an open node as high as its columns', async () => {
    const open = new Set([SHOP.enriched.id]);
    const scene = buildScene(await graph(), { grouping: 'none', open });
    const box = scene.nodes.find(node => node.id === SHOP.enriched.id)!;
    expect(box.height).toBe(SIZES.columnsTop + 5 * SIZES.row + 8);
    expect(scene.links).toEqual([]);
  });

  it('draws links between columns that are shown', async () => {
    const open = new Set([SHOP.enriched.id, SHOP.revenueTable.id]);
    const scene = buildScene(await graph(), { grouping: 'none', open });
    expect(scene.links).toHaveLength(5);
  });

  it('shows the columns of a path that lights up, and only those', async () => {
    const path = await api.getColumn({
      node: SHOP.enriched.id,
      column: 'amount_eur',
    });
    const scene = buildScene(await graph(), {
      grouping: 'none',
      open: NONE,
      lit: path.columnLinks,
    });
    const box = scene.nodes.find(node => node.id === SHOP.orders.id)!;
    expect(box.kind === 'node' && box.columns?.map(({ name }) => name)).toEqual(
      ['amount'],
    );
    expect(box.kind === 'node' && box.moreColumns).toBe(4);
  });

  it('closes a group into one box and bundles its edges', async () => {
    const scene = buildScene(await graph(), { grouping: 'system', open: NONE });
    const group = scene.nodes.find(
      node => node.id === groupId('system:default/analytics'),
    );
    expect(group).toMatchObject({ kind: 'group', datasets: 3, jobs: 2 });
    expect(scene.edges.every(edge => edge.from !== edge.to)).toBe(true);
    const bundle = scene.edges.find(
      edge =>
        edge.from === groupId('system:default/streaming') &&
        edge.to === groupId('system:default/analytics'),
    );
    expect(bundle?.edges).toHaveLength(2);
  });

  it('opens a group around its members', async () => {
    const open = new Set([groupId('system:default/analytics')]);
    const scene = buildScene(await graph(), { grouping: 'system', open });
    expect(
      scene.nodes.filter(node => node.group === 'system:default/analytics'),
    ).toHaveLength(5);
  });

  it('tells in a comparison which nodes are new and which are gone', async () => {
    const diff = await api.getDiff({
      nodes: [SHOP.enriched.id, SHOP.revenue.id],
      depth: 20,
      from: '2026-11-10T00:00:00.000Z',
      to: '2026-11-30T00:00:00.000Z',
    });
    const scene = buildScene(diff, { grouping: 'none', open: NONE });
    const change = (id: string) =>
      scene.nodes.find(node => node.id === id)?.change;
    expect(change(SHOP.load.id)).toBe('added');
    expect(change(SHOP.legacy.id)).toBe('removed');
    expect(change(SHOP.enriched.id)).toBe('kept');
  });
});
