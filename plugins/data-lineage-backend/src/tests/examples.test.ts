import { readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const EXAMPLES = join(__dirname, '../../../../examples');

/** The entities of the example platform, as the catalog has them. */
function exampleEntities(): Entity[] {
  const files = (readdirSync(EXAMPLES, { recursive: true }) as string[])
    .filter(name => /^(platform|jobs)\/.*\.yaml$/.test(name))
    .sort();
  return files.flatMap(name => {
    const file = join(EXAMPLES, name);
    return parseAllDocuments(readFileSync(file, 'utf8')).map(document => {
      const entity = withTexts(document.toJS(), dirname(file)) as Entity;
      const etag = entity.metadata.name;
      return {
        ...entity,
        metadata: { namespace: 'default', etag, ...entity.metadata },
      };
    });
  });
}

/** `$text` replaced by the file that it names. */
function withTexts(value: unknown, folder: string): unknown {
  if (Array.isArray(value)) return value.map(one => withTexts(one, folder));
  if (!value || typeof value !== 'object') return value;
  const { $text } = value as { $text?: string };
  if ($text) return readFileSync(join(folder, $text), 'utf8');
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withTexts(one, folder)]),
  );
}

/** What Flink's listener reports of the job customers-by-country. */
const START = {
  eventType: 'START',
  eventTime: new Date().toISOString(),
  producer: 'https://github.com/OpenLineage/OpenLineage/integration/flink',
  schemaURL:
    'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
  run: { runId: '01a22df3-7511-7a03-820b-788a6b38e8e2' },
  job: { namespace: 'datalark', name: 'customers-by-country' },
  inputs: [
    {
      namespace: '',
      name: 'default_catalog.default_database.partner_customers',
    },
  ],
  outputs: [
    {
      namespace: '',
      name: 'default_catalog.default_database.customers_by_country',
    },
  ],
};

describe('the example platform', () => {
  let server: Parameters<typeof request>[0];
  const get = async (path: string, query: object) =>
    (await request(server).get(`/api/data-lineage${path}`).query(query)).body;
  const node = async (entityRef: string): Promise<string> =>
    (await get('/nodes', { entityRef })).items[0].id;

  beforeAll(async () => {
    ({ server } = await startPortal({
      entities: exampleEntities(),
      dataLineage: {
        review: [
          { rule: 'vanished-column-with-foreign-consumers', require: 'reason' },
        ],
      },
      variables: {
        KAFKA_BOOTSTRAP: 'broker:9092',
        PG_HOST: 'db',
        PG_PORT: '5432',
        DATA_DIR: '/data',
      },
    }));
    for (let tries = 0; tries < 100; tries++) {
      const { items } = await get('/search', { type: 'job', limit: 200 });
      if (items.length >= 12) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  });

  it('tells who reads a column, through which jobs, and whom to tell', async () => {
    const orders = await node('dataset:default/orders-topic');
    const graph = await get('/column', {
      node: orders,
      column: 'amount',
      direction: 'downstream',
    });
    const titles = new Map(graph.nodes.map((one: any) => [one.id, one.title]));
    expect(
      graph.columnLinks
        .map(
          ({ to, job, transformations }: any) =>
            `${titles.get(to.node)} ${
              to.column ?? '(all rows)'
            } by ${titles.get(job)}: ${transformations[0].subtype}`,
        )
        .sort(),
    ).toEqual([
      'Large orders (all rows) by Order routing: FILTER',
      'Large orders (topic) (all rows) by Order routing: FILTER',
      'Large orders (topic) amount by Order routing: IDENTITY',
      'Large orders amount by Order routing: IDENTITY',
      'Orders per minute revenue by Orders per minute: AGGREGATION',
    ]);
    const { owners } = await get('/impact', {
      node: orders,
      columns: 'amount',
    });
    expect(owners.map((one: any) => one.owner)).toEqual([
      'group:default/data-platform',
      'group:default/shop-analytics',
    ]);
  });

  it('lets declared, inferred and observed meet in one edge', async () => {
    await request(server).post('/api/data-lineage/v1/lineage').send(START);
    const { edges } = await get('/graph', {
      nodes: 'job:datalark:customers-by-country',
      depth: 1,
    });
    expect(edges.map((one: any) => one.origins)).toEqual([
      ['declared', 'inferred', 'observed'],
      ['declared', 'inferred', 'observed'],
    ]);
  });

  it('takes columns from the catalog that a job does not name', async () => {
    const graph = await get('/column', {
      node: await node('dataset:default/shop-orders'),
      column: 'status',
      direction: 'downstream',
    });
    expect(graph.columnLinks.map((one: any) => one.job)).toContain(
      'job:datalark:order-changes',
    );
  });

  it('previews a change with the columns that the catalog has, too', async () => {
    const config = readFileSync(
      join(EXAMPLES, 'jobs/order-changes/job.conf'),
      'utf8',
    );
    const { body } = await request(server)
      .post('/api/data-lineage/preview')
      .send({
        entityRef: 'datajob:default/order-changes',
        definition: { type: 'seatunnel', config },
      });
    expect(body.added).toEqual([]);
    expect(body.removed).toEqual([]);
    expect(
      body.graph.columnLinks.map(({ from }: any) => from.column),
    ).toContain('status');
  });

  it('previews a change against the definition in the catalog', async () => {
    const sql = readFileSync(
      join(EXAMPLES, 'jobs/orders-generator/job.sql'),
      'utf8',
    )
      .replace('  CAST(quantity * price AS DECIMAL(10, 2)),\n', '')
      .replace('  amount DECIMAL(10, 2),\n', '');
    const { body } = await request(server)
      .post('/api/data-lineage/preview')
      .send({
        entityRef: 'datajob:default/orders-generator',
        definition: { type: 'flink-sql', sql },
      });
    expect(
      body.removed.map(({ from, to }: any) => [from.column, to.column]),
    ).toEqual([
      ['price', 'amount'],
      ['quantity', 'amount'],
    ]);
    expect(body.review).toMatchObject({ required: true, reasonSuffices: true });
  });
});
