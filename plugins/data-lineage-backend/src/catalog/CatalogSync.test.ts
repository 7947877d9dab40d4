import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Databases } from '../__testUtils__/Databases';
import { EntityLinkStore } from '../database/EntityLinkStore';
import { NodeStore } from '../database/NodeStore';
import { CatalogReader } from './CatalogReader';
import { CatalogStore } from './CatalogStore';
import { CatalogSync } from './CatalogSync';

const entity = (kind: string, name: string, spec: object): Entity => ({
  apiVersion: 'datalark.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { lifecycle: 'production', owner: 'group:default/team', ...spec },
});

/** The catalog's etags change with the entity. */
const catalogOf = (entities: Entity[]) =>
  catalogServiceMock({
    entities: entities.map(one => ({
      ...one,
      metadata: { ...one.metadata, etag: JSON.stringify(one.spec) },
    })),
  });

const ORDERS = entity('Dataset', 'orders', {
  type: 'topic',
  dataset: { namespace: 'kafka://${KAFKA}', name: 'orders' },
  columns: [{ name: 'id', type: 'BIGINT' }],
});
const TOTALS = entity('Dataset', 'totals', {
  type: 'table',
  dataset: { namespace: 'postgres://db:5432', name: 'dw.public.totals' },
});
const JOB = entity('DataJob', 'sums', {
  type: 'flink-jar',
  engine: 'local',
  definition: { jar: 'file:/a.jar' },
  reads: ['dataset:default/orders'],
  writes: ['totals'],
});

jest.setTimeout(180_000);

describe.each(Databases.kinds)('CatalogSync on %s', kind => {
  const databases = new Databases();
  const logger = mockServices.logger.mock();
  const sent: { events: any[]; origin?: string; source: string }[] = [];
  let entities: Entity[];
  let sync: CatalogSync;
  let links: EntityLinkStore;
  let makeSync: (variables?: Record<string, string>) => CatalogSync;

  beforeEach(async () => {
    const knex = await databases.migrated(kind);
    links = new EntityLinkStore(knex, new NodeStore(knex));
    sent.length = 0;
    entities = [ORDERS, TOTALS, JOB];
    const catalog = {
      queryEntities: (query: any, options: any) =>
        catalogOf(entities).queryEntities(query, options),
      getEntitiesByRefs: (query: any, options: any) =>
        catalogOf(entities).getEntitiesByRefs(query, options),
    } as any;
    makeSync = (variables = { KAFKA: 'k:9092' }) =>
      new CatalogSync({
        store: new CatalogStore(knex),
        reader: new CatalogReader({ catalog, auth: mockServices.auth() }),
        links,
        ingest: {
          ingest: async (events, options) => {
            sent.push({ events: [...events], ...options });
            return { failed_events: [] } as any;
          },
          caughtUp: async () => true,
        },
        settings: { jobNamespace: 'datalark', variables, intervalMs: 1 },
        logger,
        goneAfterMs: 0,
      });
    sync = makeSync();
  });
  afterAll(async () => databases.close());

  it('links entities to nodes and says what they declare, once', async () => {
    await sync.sync();
    expect(await links.nodesOf('datajob:default/sums', 10)).toHaveLength(1);
    expect(await links.nodesOf('dataset:default/orders', 10)).toHaveLength(1);
    expect(sent).toMatchObject([
      {
        origin: 'declared',
        source: 'catalog',
        events: [
          { dataset: { namespace: 'kafka://k:9092', name: 'orders' } },
          {
            job: { namespace: 'datalark', name: 'sums' },
            inputs: [{ namespace: 'kafka://k:9092', name: 'orders' }],
            outputs: [
              { namespace: 'postgres://db:5432', name: 'dw.public.totals' },
            ],
          },
        ],
      },
    ]);
    sent.length = 0;
    await sync.sync();
    // another replica knows as much
    await makeSync().sync();
    expect(sent).toEqual([]);
  });

  it('keeps jobs of one name in several namespaces apart', async () => {
    const other = {
      ...JOB,
      metadata: { ...JOB.metadata, namespace: 'shop' },
      spec: {
        ...JOB.spec,
        reads: ['dataset:default/orders'],
        writes: ['dataset:default/totals'],
      },
    };
    entities = [ORDERS, TOTALS, JOB, other];
    await sync.sync();
    const [first] = await links.nodesOf('datajob:default/sums', 10);
    const [second] = await links.nodesOf('datajob:shop/sums', 10);
    expect(second).not.toBe(first);
    expect(
      sent
        .flatMap(({ events }) => events)
        .flatMap(({ job }) => job?.name ?? []),
    ).toEqual(['sums', 'shop/sums']);
  });

  it('says only what has changed', async () => {
    await sync.sync();
    sent.length = 0;
    entities = [ORDERS, TOTALS, { ...JOB, spec: { ...JOB.spec, writes: [] } }];
    await sync.sync();
    expect(sent.flatMap(({ events }) => events)).toMatchObject([
      { job: { name: 'sums' }, outputs: [] },
    ]);
    sent.length = 0;
    await makeSync({ KAFKA: 'other:9092' }).sync();
    expect(sent.flatMap(({ events }) => events)).toMatchObject([
      { dataset: { namespace: 'kafka://other:9092' } },
      { inputs: [{ namespace: 'kafka://other:9092' }] },
    ]);
  });

  it('takes back what an entity said that is gone', async () => {
    await sync.sync();
    sent.length = 0;
    entities = [ORDERS, TOTALS];
    await sync.sync();
    expect(sent).toMatchObject([
      {
        origin: 'declared',
        source: 'catalog',
        events: [{ job: { name: 'sums' }, inputs: [], outputs: [] }],
      },
    ]);
    expect(await links.nodesOf('datajob:default/sums', 10)).toEqual([]);
    sent.length = 0;
    await sync.sync();
    expect(sent).toEqual([]);
  });

  it('tells environments apart', async () => {
    entities = [
      ORDERS,
      {
        ...JOB,
        spec: { ...JOB.spec, environments: { staging: {}, production: {} } },
      },
    ];
    await sync.sync();
    expect(
      sent.flatMap(({ events }) => events).flatMap(one => one.job?.name ?? []),
    ).toEqual(['sums-staging', 'sums-production']);
    expect(await links.nodesOf('datajob:default/sums', 10)).toHaveLength(2);
  });
});
