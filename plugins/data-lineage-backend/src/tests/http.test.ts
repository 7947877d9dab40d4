import { nodeId } from '@datalark/backstage-plugin-data-lineage-common';
import request from 'supertest';
import { Databases } from '../__testUtils__/Databases';
import { at, runEvent, table, written } from '../__testUtils__/flowEvents';
import {
  base,
  datasetNode as dataset,
  queryText as query,
  shopOverHttp,
} from '../__testUtils__/shopOverHttp';

jest.setTimeout(60_000);

const job = (name: string) => nodeId('job', { namespace: 'shop', name });

describe.each(Databases.kinds)('lineage over HTTP on %s', kind => {
  const databases = new Databases();
  let api: ReturnType<typeof request>;
  afterAll(async () => databases.close());
  beforeAll(async () => {
    api = await shopOverHttp(databases, kind);
  });

  it('answers with a part of the graph', async () => {
    const { body, status } = await api.get(
      `${base}/graph?${query({ nodes: dataset('clean_orders'), depth: '1' })}`,
    );
    expect(body).toMatchObject({ roots: [dataset('clean_orders')] });
    expect(status).toBe(200);
    expect(body.nodes.map((node: any) => node.id).sort()).toEqual(
      [dataset('clean_orders'), job('clean'), job('daily')].sort(),
    );
    expect(body.edges).toEqual(
      expect.arrayContaining([
        {
          from: job('clean'),
          to: dataset('clean_orders'),
          origins: ['observed'],
          firstSeenAt: at(0),
          lastSeenAt: at(0),
        },
      ]),
    );
    expect(body.nodes.find((node: any) => node.id === job('clean'))).toEqual({
      id: job('clean'),
      type: 'job',
      namespace: 'shop',
      name: 'clean',
      title: 'clean',
      runState: 'COMPLETE',
      lastSeenAt: at(0),
      more: { upstream: 1, downstream: 0 },
    });
  });

  it('tells when something changed, and nothing of now in an answer for then', async () => {
    const start = at(30_000);
    const end = at(30_005);
    await api.post(`${base}/v1/lineage/batch`).send([
      runEvent({
        job: 'timed',
        run: 70,
        minute: 30_000,
        inputs: [table('t1')],
        outputs: [table('t2')],
      }),
      runEvent({
        job: 'timed',
        run: 71,
        minute: 30_005,
        inputs: [],
        outputs: [written('t2', { x: [['t3', 'x']] })],
      }),
    ]);
    const times = await api.get(
      `${base}/times?${query({ nodes: dataset('t2') })}`,
    );
    expect(times.body).toEqual({ items: [start, end] });
    const far = await api.get(
      `${base}/times?${query({ nodes: dataset('t1'), depth: '1' })}`,
    );
    expect(far.body).toEqual({ items: [start, end] });
    await api
      .get(`${base}/times?${query({ nodes: dataset('none') })}`)
      .expect(404);
    const nodesAt = async (asOf?: string) =>
      (
        await api.get(
          `${base}/graph?${query({
            nodes: dataset('t2'),
            ...(asOf && { asOf }),
          })}`,
        )
      ).body.nodes;
    const now = await nodesAt();
    expect(now.find(({ id }: any) => id === job('timed'))).toMatchObject({
      runState: 'COMPLETE',
      lastSeenAt: end,
    });
    const then = await nodesAt(start);
    expect(then.map(({ id }: any) => id)).toContain(dataset('t1'));
    for (const node of then) {
      for (const fact of ['runState', 'lastSeenAt', 'lastWrittenAt']) {
        expect(node).not.toHaveProperty(fact);
      }
    }
  });

  it('tells columns and what happens between them', async () => {
    const { body } = await api.get(
      `${base}/graph?${query({
        nodes: dataset('clean_orders'),
        level: 'column',
      })}`,
    );
    expect(
      body.nodes.find((node: any) => node.id === dataset('clean_orders')),
    ).toMatchObject({
      columns: [
        { name: 'id', type: 'INT' },
        { name: 'amount', type: 'INT' },
      ],
      dataSystem: 'postgres',
      lastWrittenAt: at(0),
    });
    expect(body.columnLinks).toHaveLength(4);
    expect(body.columnLinks).toContainEqual({
      from: { node: dataset('orders'), column: 'state' },
      to: { node: dataset('clean_orders') },
      job: job('clean'),
      transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }],
      origins: ['observed'],
    });
  });

  it('follows one column from end to end', async () => {
    const { body } = await api.get(
      `${base}/column?${query({
        node: dataset('clean_orders'),
        column: 'amount',
      })}`,
    );
    expect(
      body.columnLinks.map(({ from, to }: any) => [from.column, to.column]),
    ).toEqual(
      expect.arrayContaining([
        ['amount', 'amount'],
        ['amount', 'revenue'],
        ['state', undefined],
      ]),
    );
    expect(body.nodes).toHaveLength(5);
  });

  it('finds the way from a dataset to another, and none back', async () => {
    const way = await api.get(
      `${base}/path?${query({
        from: dataset('orders'),
        to: dataset('daily_revenue'),
      })}`,
    );
    expect(way.body.nodes).toHaveLength(5);
    const back = await api.get(
      `${base}/path?${query({
        to: dataset('orders'),
        from: dataset('daily_revenue'),
      })}`,
    );
    expect(back.body).toMatchObject({ nodes: [], edges: [] });
  });

  it('searches names and columns in pages', async () => {
    const first = await api.get(
      `${base}/search?${query({ text: 'ORDERS', limit: '1' })}`,
    );
    expect(first.body.items).toHaveLength(1);
    const second = await api.get(
      `${base}/search?${query({
        text: 'ORDERS',
        cursor: first.body.nextCursor,
      })}`,
    );
    expect(
      [...first.body.items, ...second.body.items].map(({ node }) => node.name),
    ).toEqual(expect.arrayContaining(['orders', 'clean_orders']));
    expect(second.body.nextCursor).toBeUndefined();
    const columns = await api.get(
      `${base}/search?${query({ text: 'reven', type: 'column' })}`,
    );
    expect(columns.body.items).toMatchObject([
      { column: 'revenue', node: { name: 'daily_revenue' } },
    ]);
  });

  it.each([
    ['/graph', /nodes/],
    ['/graph?nodes=text', /nodes/],
    [`/graph?${query({ nodes: dataset('orders'), depth: 'far' })}`, /depth/],
    [`/graph?${query({ nodes: dataset('orders'), asOf: 'soon' })}`, /asOf/],
    ['/search?surplus=1', /surplus/],
  ])('%s is refused', async (path, message) => {
    const { body, status } = await api.get(`${base}${path}`);
    expect(body.error.message).toMatch(message);
    expect(status).toBe(400);
  });

  it('does not know what is not there', async () => {
    const { status } = await api.get(
      `${base}/graph?${query({ nodes: dataset('nothing') })}`,
    );
    expect(status).toBe(404);
  });

  it('shows what changed between two times', async () => {
    const change = (run: number, minute: number, input: string) =>
      runEvent({
        job: 'changing',
        run,
        minute,
        inputs: [table(input)],
        outputs: [written('out')],
      });
    await api
      .post(`${base}/v1/lineage/batch`)
      .send([change(20, 10, 'old'), change(21, 20, 'new')]);
    const { body } = await api.get(
      `${base}/diff?${query({
        nodes: job('changing'),
        from: at(15),
        to: at(25),
      })}`,
    );
    expect(
      Object.fromEntries(
        body.edges.map(({ from, to, change: what }: any) => [
          `${from} ${to}`,
          what,
        ]),
      ),
    ).toEqual({
      [`${dataset('old')} ${job('changing')}`]: 'removed',
      [`${dataset('new')} ${job('changing')}`]: 'added',
      [`${job('changing')} ${dataset('out')}`]: 'kept',
    });
    const now = await api.get(
      `${base}/graph?${query({ nodes: job('changing') })}`,
    );
    expect(now.body.edges).toHaveLength(2);
  });

  it('unites names by an alias, and parts them again', async () => {
    await api
      .post(`${base}/v1/lineage/batch`)
      .send([
        runEvent({ job: 'w', run: 30, inputs: [], outputs: [written('one')] }),
        runEvent({ job: 'r', run: 31, inputs: [table('two')], outputs: [] }),
      ]);
    const graph = () =>
      api.get(`${base}/graph?${query({ nodes: dataset('two') })}`);
    expect((await graph()).body.nodes).toHaveLength(2);
    const alias = { name: table('two'), target: table('one') };
    const added = await api.post(`${base}/aliases`).send(alias);
    expect(added.body).toMatchObject(alias);
    expect(added.status).toBe(201);
    const { body } = await graph();
    expect(body.nodes.map(({ id }: any) => id).sort()).toEqual(
      [dataset('one'), job('r'), job('w')].sort(),
    );
    expect((await api.get(`${base}/aliases`)).body.items).toHaveLength(1);
    const again = await api.post(`${base}/aliases`).send(alias);
    expect(again.status).toBe(409);
    await api.delete(`${base}/aliases?${query(table('two'))}`).expect(204);
    expect((await graph()).body.nodes).toHaveLength(2);
  });

  it('makes the same graph anew', async () => {
    const graph = () =>
      api.get(
        `${base}/graph?${query({
          nodes: dataset('orders'),
          depth: '9',
          level: 'column',
        })}`,
      );
    const before = await graph();
    const { status, body } = await api.post(`${base}/rebuild`);
    expect(status).toBe(202);
    expect(body.pending).toBeGreaterThan(3);
    const after = await graph();
    expect({ ...after.body, asOf: 0 }).toEqual({ ...before.body, asOf: 0 });
  });
});
