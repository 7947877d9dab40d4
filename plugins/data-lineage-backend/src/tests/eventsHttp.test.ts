import { gzipSync } from 'zlib';
import request from 'supertest';
import { Databases } from '../__testUtils__/Databases';
import { at, runEvent, SHOP, table } from '../__testUtils__/flowEvents';
import {
  base,
  datasetNode as dataset,
  queryText as query,
  shopOverHttp,
} from '../__testUtils__/shopOverHttp';

jest.setTimeout(60_000);

describe.each(Databases.kinds)('events over HTTP on %s', kind => {
  const databases = new Databases();
  let api: ReturnType<typeof request>;
  afterAll(async () => databases.close());
  beforeAll(async () => {
    api = await shopOverHttp(databases, kind);
  });

  it('takes gzip, and tells of each event of a batch', async () => {
    const events = [
      runEvent({ job: 'zipped', run: 9, inputs: [table('a')], outputs: [] }),
      { eventTime: 'soon', job: { namespace: 'x', name: 'y' } },
      'text',
    ];
    const { body, status } = await api
      .post(`${base}/v1/lineage/batch`)
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .serialize(value => value as any)
      .send(gzipSync(JSON.stringify(events)) as any);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'partial_success',
      summary: {
        received: 3,
        successful: 1,
        failed: 2,
        retriable: 0,
        non_retriable: 2,
      },
      failed_events: [
        {
          index: 1,
          retriable: false,
          reason: expect.stringMatching(/^\/eventTime: /),
        },
        { index: 2, retriable: false },
      ],
    });
  });

  it.each<[string, any, RegExp]>([
    ['{', undefined, /no JSON/],
    [JSON.stringify([SHOP[0]]), undefined, /lineage\/batch/],
    [JSON.stringify({ eventTime: at(0) }), undefined, /no run, no job/],
    [
      JSON.stringify({ eventTime: at(0), job: { namespace: 'a' } }),
      undefined,
      /^\/job/,
    ],
    ['not gzip', 'gzip', /gzip/],
  ])(
    'refuses a bad body with what to do (%#)',
    async (text, encoding, message) => {
      const sent = api
        .post(`${base}/v1/lineage`)
        .set('Content-Type', 'application/json');
      if (encoding) sent.set('Content-Encoding', encoding);
      const { body, status } = await sent.send(text);
      expect(body.error.message).toMatch(message);
      expect(status).toBe(400);
    },
  );

  it('gives raw events as they came in, in pages', async () => {
    const first = await api.get(`${base}/events?limit=2`);
    expect(first.body.items).toHaveLength(2);
    expect(first.body.items[0]).toMatchObject({
      origin: 'observed',
      source: 'http',
      sentBy: 'user:default/mock',
    });
    const { nextCursor } = first.body;
    const rest = await api.get(`${base}/events?limit=500&cursor=${nextCursor}`);
    expect(rest.body.items.at(-1).event).toEqual(SHOP[0]);
    expect(rest.body.nextCursor).toBeUndefined();
  });

  it('exports what comes back as the same graph', async () => {
    const { text } = await api.get(
      `${base}/export?${query({ nodes: dataset('clean_orders') })}`,
    );
    const events = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(events.map(({ job: { name } }) => name).sort()).toEqual([
      'clean',
      'daily',
    ]);
    const [clean] = events.filter(({ job: { name } }) => name === 'clean');
    expect(clean).toMatchObject({
      inputs: [table('orders')],
      outputs: [
        {
          ...table('clean_orders'),
          facets: {
            columnLineage: {
              fields: { amount: { inputFields: [{ field: 'amount' }] } },
              dataset: [{ field: 'state' }],
            },
          },
        },
      ],
    });
    const taken = await api.post(`${base}/v1/lineage/batch`).send(events);
    expect(taken.body.status).toBe('success');
  });
});
