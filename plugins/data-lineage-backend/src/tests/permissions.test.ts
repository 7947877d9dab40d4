import { Entity } from '@backstage/catalog-model';
import { eventually, TestPermissions } from '@datalark/backend-test-kit';
import {
  dataLineagePermissions,
  nodeId,
} from '@datalark/backstage-plugin-data-lineage-common';
import request from 'supertest';
import { at, runEvent, SHOP, table } from '../__testUtils__/flowEvents';
import { startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const base = '/api/data-lineage';
const dataset = (name: string) => nodeId('dataset', table(name));
const job = (name: string) => nodeId('job', { namespace: 'shop', name });
const SECRET = 'clean_orders';

const entity = (name: string, owner: string): Entity => ({
  apiVersion: 'datalark.io/v1alpha1',
  kind: 'Dataset',
  metadata: {
    name: name.replace('_', '-'),
    namespace: 'default',
    title: `The ${name}`,
  },
  spec: {
    type: 'postgres',
    lifecycle: 'production',
    owner,
    dataset: table(name),
  },
});

describe('what a caller may not see', () => {
  const permissions = new TestPermissions();
  let api: ReturnType<typeof request>;
  const get = (path: string, params: Record<string, string>) =>
    api.get(`${base}${path}?${new URLSearchParams(params)}`);

  beforeAll(async () => {
    const { server } = await startPortal({
      services: [permissions.factory],
      entities: [
        entity(SECRET, 'group:default/bank'),
        entity('orders', 'group:default/shop'),
        entity('daily_revenue', 'group:default/bi'),
      ],
    });
    api = request(server);
    await api.post(`${base}/v1/lineage/batch`).send(SHOP).expect(200);
    await eventually(
      () => get('/nodes', { entityRef: 'dataset:default/daily-revenue' }),
      ({ body }) => expect(body.items).toHaveLength(1),
    );
  });

  beforeEach(() => {
    permissions.denied.clear();
    permissions.conditional.clear();
    permissions.conditional.set(
      'data-lineage.node.read',
      new Set(['dataset:default/orders', 'dataset:default/daily-revenue']),
    );
  });

  it('is a grey node without a name, in every part of the graph', async () => {
    for (const [path, params] of [
      ['/graph', { nodes: dataset('orders'), depth: '9' }],
      ['/graph', { nodes: dataset('orders'), depth: '9', level: 'column' }],
      ['/graph', { nodes: job('clean') }],
      ['/column', { node: dataset('orders'), column: 'amount' }],
      ['/path', { from: dataset('orders'), to: dataset('daily_revenue') }],
      [
        '/diff',
        { nodes: dataset('orders'), depth: '9', from: at(1), to: at(9) },
      ],
    ] as [string, Record<string, string>][]) {
      const { body, status } = await get(path, params);
      expect({ path, status }).toEqual({ path, status: 200 });
      const hidden = body.nodes.filter((node: any) => node.hidden);
      expect({ path, hidden }).toEqual({
        path,
        hidden: [
          {
            id: expect.stringMatching(/^hidden:/),
            type: 'dataset',
            hidden: true,
          },
        ],
      });
      expect(JSON.stringify(body)).not.toContain(SECRET);
      expect(
        body.edges.filter((edge: any) => edge.to === hidden[0].id),
      ).toHaveLength(1);
      for (const link of body.columnLinks ?? []) {
        expect([link.from.node, link.to.node]).not.toContain(hidden[0].id);
      }
    }
  });

  it('is not found by its id, as if it were not there', async () => {
    const missing = await get('/graph', { nodes: dataset('nothing') });
    for (const [path, params] of [
      ['/graph', { nodes: dataset(SECRET) }],
      ['/column', { node: dataset(SECRET), column: 'amount' }],
      ['/impact', { node: dataset(SECRET) }],
      ['/path', { from: dataset(SECRET), to: dataset('orders') }],
      ['/export', { nodes: dataset(SECRET) }],
    ] as [string, Record<string, string>][]) {
      const { body, status } = await get(path, params);
      expect({ path, status }).toEqual({ path, status: 404 });
      expect(body.error.message).toBe(
        missing.body.error.message.replace(dataset('nothing'), dataset(SECRET)),
      );
    }
  });

  it('is in no search, by name, title or column', async () => {
    for (const text of [SECRET, 'the clean', 'amount', '']) {
      const { body } = await get('/search', { text });
      expect(JSON.stringify(body)).not.toContain(SECRET);
    }
    const nodes = await get('/nodes', {
      entityRef: 'dataset:default/clean-orders',
    });
    expect(nodes.body.items).toEqual([]);
  });

  it('is counted in the impact, which goes on behind it', async () => {
    const { body } = await get('/impact', { node: dataset('orders') });
    expect(body.hidden).toBe(1);
    expect(body.owners).toMatchObject([
      {
        owner: 'group:default/bi',
        items: [{ node: { title: 'The daily_revenue' }, distance: 4 }],
      },
      { items: [{ node: { name: 'clean' } }, { node: { name: 'daily' } }] },
    ]);
    expect(JSON.stringify(body)).not.toContain(SECRET);
    const columns = await get('/impact', {
      node: dataset('orders'),
      columns: 'amount',
    });
    expect(columns.body).toMatchObject({
      hidden: 1,
      owners: [
        {
          owner: 'group:default/bi',
          items: [{ columns: [{ name: 'revenue' }] }],
        },
        { items: [{}, {}] },
      ],
    });
  });

  it('is no export line, and no drift', async () => {
    const { text } = await get('/export', {
      nodes: dataset('orders'),
      depth: '9',
    });
    expect(text).not.toContain(SECRET);
    expect(text.trim().split('\n')).toHaveLength(2);
    const drift = await get('/drift', {});
    expect(JSON.stringify(drift.body)).not.toContain(SECRET);
  });

  it('may be all that is no entity', async () => {
    permissions.denied.add('data-lineage.unowned.read');
    const { body } = await get('/graph', {
      nodes: dataset('orders'),
      depth: '9',
    });
    expect(body.nodes.filter((node: any) => !node.hidden)).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain('"clean"');
    const search = await get('/search', { text: 'clean' });
    expect(search.body.items).toEqual([]);
  });

  it('costs nothing when all may be seen', async () => {
    permissions.conditional.clear();
    await get('/graph', { nodes: dataset('orders') });
    const before = permissions.asked;
    await get('/graph', { nodes: dataset('orders'), depth: '9' });
    // What is no entity is one permission for all.
    expect(permissions.asked - before).toBe(1);
  });

  it.each([
    [
      'data-lineage.event.create',
      'post',
      '/v1/lineage',
      runEvent({ job: 'x' }),
    ],
    ['data-lineage.event.create', 'post', '/v1/lineage/batch', []],
    [
      'data-lineage.curate',
      'post',
      '/aliases',
      { name: table('a'), target: table('b') },
    ],
    ['data-lineage.curate', 'delete', '/aliases?namespace=a&name=b', undefined],
    ['data-lineage.curate', 'post', '/rebuild', undefined],
    ['data-lineage.event.read', 'get', '/events', undefined],
    [
      'data-lineage.owners.notify',
      'post',
      '/impact/notify',
      { node: dataset('orders'), message: 'Hello' },
    ],
  ] as const)('%s is needed to %s %s', async (name, method, path, body) => {
    permissions.denied.add(name);
    const refused = await api[method](`${base}${path}`).send(body as any);
    expect(refused.body.error.message).toContain(name);
    expect(refused.status).toBe(403);
    expect(dataLineagePermissions.map(one => one.name)).toContain(name);
  });
});
