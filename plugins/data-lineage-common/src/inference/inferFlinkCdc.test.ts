import { lineageOfEvent } from '@datalark/openlineage';
import { inferFlinkCdc } from './inferFlinkCdc';
import { InferenceRequest } from './InferenceRequest';

const infer = (pipeline: string, over: Partial<InferenceRequest> = {}) => {
  const { event, problems } = inferFlinkCdc({
    job: { namespace: 'datalark', name: 'j' },
    definition: { type: 'flink-cdc', pipeline },
    eventTime: '2026-11-30T10:00:00Z',
    variables: { HOST: 'db' },
    ...over,
  });
  return { event, lineage: event && lineageOfEvent(event), problems };
};
const pairs = (list?: { namespace: string; name: string }[]) =>
  list?.map(({ namespace, name }) => `${namespace} ${name}`).sort();
const ends = (list: readonly { from: any; to: any }[]) =>
  list
    .map(({ from, to }) =>
      [from, to]
        .map(({ name, field }) => (field ? `${name}.${field}` : name))
        .join(' > '),
    )
    .sort();

const MYSQL = `
source:
  type: mysql
  hostname: \${HOST}
  port: 3307
  password: \${secret:pw}
  tables: shop.orders, shop.customers
`;
const DORIS = `
sink:
  type: doris
  fenodes: fe:8030
pipeline:
  name: shop
`;

describe('inferFlinkCdc', () => {
  it('copies tables under their names, and says which gets into which', () => {
    const { event, lineage, problems } = infer(MYSQL + DORIS);
    expect(problems).toEqual([]);
    expect(pairs(event!.inputs)).toEqual([
      'mysql://db:3307 shop.customers',
      'mysql://db:3307 shop.orders',
    ]);
    expect(pairs(event!.outputs)).toEqual([
      'doris://fe:8030 shop.customers',
      'doris://fe:8030 shop.orders',
    ]);
    expect(event!.outputs![0].facets).not.toHaveProperty('symlinks');
    expect(ends(lineage!.tableEdges)).toEqual([
      'shop.customers > shop.customers',
      'shop.orders > shop.orders',
    ]);
    expect(event!.job.facets!.jobType).toMatchObject({
      processingType: 'STREAMING',
      integration: 'FLINK',
    });
  });

  it('goes by routes and transforms, column by column', () => {
    const { lineage, problems } = infer(
      `${MYSQL}${DORIS}
transform:
  - source-table: shop.ord\\.*
    projection: id, UPPER(who) AS customer
    filter: amount > 10
route:
  - source-table: shop.orders
    sink-table: ods.ods_<>
    replace-symbol: <>
`,
      {
        columnsOf: ({ name }) =>
          name === 'shop.customers' ? [{ name: 'nr' }] : undefined,
      },
    );
    expect(problems).toEqual([]);
    expect(ends(lineage!.columnEdges)).toEqual([
      'shop.customers.nr > shop.customers.nr',
      'shop.orders.id > ods.ods_orders.id',
      'shop.orders.who > ods.ods_orders.customer',
    ]);
    expect(
      lineage!.datasetInfluences.map(({ from, to, transformations }) => [
        from.field,
        to.name,
        transformations[0].subtype,
      ]),
    ).toEqual([['amount', 'ods.ods_orders', 'FILTER']]);
  });

  it.each([
    ['kafka', 'properties.bootstrap.servers: k:9092', 'kafka://k:9092 shop.a'],
    [
      'kafka',
      'properties.bootstrap.servers: k:9092\n  topic: all',
      'kafka://k:9092 all',
    ],
    [
      'starrocks',
      'jdbc-url: jdbc:mysql://s:9030\n  load-url: s:8080',
      'starrocks://s:8080 shop.a',
    ],
    ['values', 'print: true', 'job://datalark/j sink.shop.a'],
  ])('names what %s writes', (type, option, expected) => {
    const { event } = infer(
      `source: { type: mysql, hostname: db, tables: shop.a }\nsink:\n  type: ${type}\n  ${option}\n`,
    );
    expect(pairs(event!.outputs)).toEqual([expected]);
  });

  it('names databases with schemas', () => {
    const { event } = infer(
      `source: { type: postgres, hostname: db, port: 5432, tables: shop.sales.a }${DORIS}`,
    );
    expect(pairs(event!.inputs)).toEqual(['postgres://db:5432 shop.sales.a']);
  });

  it('leaves out what a pattern means, says so, and knows where it is routed', () => {
    const { event, problems } = infer(
      `source: { type: mysql, hostname: db, tables: 'shop.order_[0-9]+' }${DORIS}
route:
  - source-table: shop.order_[0-9]+
    sink-table: ods.orders
`,
    );
    expect(event).not.toHaveProperty('inputs');
    expect(pairs(event!.outputs)).toEqual(['doris://fe:8030 ods.orders']);
    expect(problems).toEqual([
      {
        severity: 'warning',
        message: expect.stringContaining('shop.order_[0-9]+'),
      },
    ]);
  });

  it.each([
    ['', 'a source and a sink'],
    ['a: [', 'no YAML'],
    ['source: 1\nsink: 2', 'a source and a sink'],
    ['- source', 'a source and a sink'],
  ])('says what is wrong with %j', (pipeline, message) => {
    const { event, problems } = infer(pipeline);
    expect(event).toBeUndefined();
    expect(problems[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(message),
    });
  });
});
