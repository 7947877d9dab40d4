import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { filledIn } from './__testUtils__/filledIn';
import { seatunnelJob } from './__testUtils__/jobs';
import { RealZeta } from './__testUtils__/RealZeta';

jest.setTimeout(120_000);

type Seen = Pick<IncomingMessage, 'method' | 'url'> & {
  tenant?: string | string[];
  body: string;
};

const ORDERS = [1, 2, 3].map(id => ({ id, note: `order ${id}` }));
const SCHEMA = { fields: { id: 'bigint', note: 'string' } };

/** Real rows through a real Zeta out of a web server and into it. */
describe('Zeta with HTTP', () => {
  let zeta: RealZeta;
  let server: Server;
  let url: string;
  let seen: Seen[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      seen.push({
        method: request.method,
        url: request.url,
        tenant: request.headers['x-tenant'],
        body: await text(request),
      });
      const nested = request.url!.startsWith('/nested');
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(
          nested ? { page: 1, store: { orders: ORDERS } } : ORDERS,
        ),
      );
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    zeta = await RealZeta.start();
  });

  afterAll(async () => {
    await zeta?.stop();
    server.closeAllConnections();
    await new Promise(done => {
      server.close(done);
    });
  });

  async function copy(source: object) {
    seen = [];
    const id = await zeta.run(
      filledIn(
        seatunnelJob({
          source: [
            {
              plugin_name: 'Http',
              plugin_output: 'rows',
              format: 'json',
              schema: SCHEMA,
              ...source,
            },
          ],
          sink: [
            {
              plugin_name: 'Http',
              plugin_input: 'rows',
              url: `${url}/sink`,
              headers: { 'X-Tenant': 'sink' },
            },
          ],
        }),
      ),
    );
    expect(await zeta.ended(id)).toMatchObject({
      state: 'finished',
      records: { read: ORDERS.length, written: ORDERS.length },
    });
    const written = seen.filter(request => request.url === '/sink');
    expect(written.map(({ body }) => JSON.parse(body))).toEqual(ORDERS);
    expect(written[0]).toMatchObject({ method: 'POST', tenant: 'sink' });
    return seen.filter(request => request.url !== '/sink');
  }

  it('asks with headers and parameters, and posts each row', async () => {
    expect(
      await copy({
        url: `${url}/orders`,
        method: 'GET',
        headers: { 'X-Tenant': 'shop' },
        params: { since: 'yesterday' },
      }),
    ).toEqual([
      {
        method: 'GET',
        url: '/orders?since=yesterday',
        tenant: 'shop',
        body: '',
      },
    ]);
  });

  it('posts a body, and takes a part of the answer', async () => {
    expect(
      await copy({
        url: `${url}/nested`,
        method: 'POST',
        body: '{"query":"all"}',
        content_field: '$.store.orders.*',
      }),
    ).toMatchObject([{ method: 'POST', url: '/nested' }]);
  });
});
