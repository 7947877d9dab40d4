import {
  ColumnTransformation,
  LineageEdge,
  nodeId,
  Origin,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { FakeGraph } from './FakeGraph';

const MYSQL = 'mysql://shop-db:3306';
const KAFKA = 'kafka://broker:9092';
const DORIS = 'mysql://doris-fe:9030';
const FLINK = 'flink://session';
const SEATUNNEL = 'seatunnel://zeta';

/** Times of the fake, ISO 8601: when it began, when it changed, when it was last seen. */
export const TIMES = {
  first: '2026-11-01T08:00:00.000Z',
  change: '2026-11-20T10:30:00.000Z',
  last: '2026-11-30T09:00:00.000Z',
};

const node = (
  part: Partial<VisibleNode> & Pick<VisibleNode, 'type' | 'namespace' | 'name'>,
): VisibleNode => ({
  id: nodeId(part.type, part),
  title: part.name.split('.').pop()!,
  more: { upstream: 0, downstream: 0 },
  lastSeenAt: TIMES.last,
  ...part,
});

const columns = (...list: string[]) =>
  list.map(each => {
    const [name, type] = each.split(' ');
    return { name, type };
  });

const shopDb = {
  source: 'datasource:default/shop-db',
  dataSystem: 'mysql',
  system: 'system:default/shop',
};
const broker = {
  source: 'datasource:default/broker',
  dataSystem: 'kafka',
  system: 'system:default/streaming',
};
const doris = {
  source: 'datasource:default/doris',
  dataSystem: 'doris',
  system: 'system:default/analytics',
};

/** The nodes of the fake shop, by a short name. */
export const SHOP = {
  orders: node({
    type: 'dataset',
    namespace: MYSQL,
    name: 'shop.orders',
    entityRef: 'dataset:default/shop-orders',
    owner: 'group:default/shop',
    ...shopDb,
    lastWrittenAt: TIMES.last,
    columns: columns(
      'order_id BIGINT',
      'customer_id BIGINT',
      'amount DECIMAL(10,2)',
      'currency STRING',
      'created_at TIMESTAMP(3)',
    ),
  }),
  customers: node({
    type: 'dataset',
    namespace: MYSQL,
    name: 'shop.customers',
    owner: 'group:default/shop',
    ...shopDb,
    columns: columns(
      'customer_id BIGINT',
      'name STRING',
      'email STRING',
      'country STRING',
    ),
  }),
  cdc: node({
    type: 'job',
    namespace: SEATUNNEL,
    name: 'orders-cdc',
    title: 'Orders CDC',
    entityRef: 'datajob:default/orders-cdc',
    owner: 'group:default/platform',
    system: 'system:default/streaming',
    processing: 'STREAMING',
    integration: 'SEATUNNEL',
    runState: 'RUNNING',
  }),
  ordersTopic: node({
    type: 'dataset',
    namespace: KAFKA,
    name: 'orders',
    entityRef: 'dataset:default/orders-topic',
    owner: 'group:default/platform',
    ...broker,
    lastWrittenAt: TIMES.last,
    columns: columns(
      'order_id BIGINT',
      'customer_id BIGINT',
      'amount DECIMAL(10,2)',
      'currency STRING',
      'created_at TIMESTAMP(3)',
    ),
  }),
  enrich: node({
    type: 'job',
    namespace: FLINK,
    name: 'enrich-orders',
    title: 'Enrich orders',
    entityRef: 'datajob:default/enrich-orders',
    owner: 'group:default/analytics',
    system: 'system:default/streaming',
    processing: 'STREAMING',
    integration: 'FLINK',
    runState: 'RUNNING',
  }),
  enriched: node({
    type: 'dataset',
    namespace: KAFKA,
    name: 'orders_enriched',
    owner: 'group:default/analytics',
    ...broker,
    lastWrittenAt: TIMES.last,
    columns: columns(
      'order_id BIGINT',
      'customer_name STRING',
      'country STRING',
      'amount_eur DECIMAL(10,2)',
      'created_at TIMESTAMP(3)',
    ),
  }),
  revenue: node({
    type: 'job',
    namespace: FLINK,
    name: 'revenue-by-country',
    title: 'Revenue by country',
    entityRef: 'datajob:default/revenue-by-country',
    owner: 'group:default/analytics',
    system: 'system:default/analytics',
    processing: 'STREAMING',
    integration: 'FLINK',
    runState: 'FAIL',
  }),
  revenueTable: node({
    type: 'dataset',
    namespace: DORIS,
    name: 'dwh.revenue_by_country',
    entityRef: 'dataset:default/revenue-by-country',
    owner: 'group:default/analytics',
    ...doris,
    columns: columns(
      'country STRING',
      'window_start TIMESTAMP(3)',
      'orders BIGINT',
      'revenue DECIMAL(18,2)',
    ),
  }),
  ordersTable: node({
    type: 'dataset',
    namespace: DORIS,
    name: 'dwh.orders',
    owner: 'group:default/finance',
    ...doris,
    columns: columns(
      'order_id BIGINT',
      'country STRING',
      'amount_eur DECIMAL(10,2)',
    ),
  }),
  load: node({
    type: 'job',
    namespace: SEATUNNEL,
    name: 'load-orders',
    title: 'Load orders',
    owner: 'group:default/finance',
    system: 'system:default/analytics',
    processing: 'BATCH',
    integration: 'SEATUNNEL',
    runState: 'COMPLETE',
  }),
  report: node({
    type: 'job',
    namespace: 'airflow://prod',
    name: 'finance.monthly_report',
    title: 'monthly_report',
    owner: 'group:default/finance',
    processing: 'BATCH',
    integration: 'AIRFLOW',
  }),
  reportTable: node({
    type: 'dataset',
    namespace: DORIS,
    name: 'finance.monthly_report',
    owner: 'group:default/finance',
    ...doris,
    columns: columns('month STRING', 'revenue DECIMAL(18,2)'),
  }),
  legacy: node({
    type: 'dataset',
    namespace: MYSQL,
    name: 'crm.country_map',
    ...shopDb,
    source: undefined,
    lastSeenAt: undefined,
  }),
};

const edge = (
  from: VisibleNode,
  to: { id: string },
  origins: Origin[] = ['inferred', 'observed'],
  part: Partial<LineageEdge> & { until?: string } = {},
) => ({
  from: from.id,
  to: to.id,
  origins,
  firstSeenAt: TIMES.first,
  lastSeenAt: TIMES.last,
  ...part,
});

const IDENTITY: ColumnTransformation = { type: 'DIRECT', subtype: 'IDENTITY' };

const link = (
  from: VisibleNode,
  column: string,
  to: VisibleNode,
  target: string | undefined,
  job: VisibleNode,
  ...transformations: ColumnTransformation[]
) => ({
  from: { node: from.id, column },
  to: { node: to.id, ...(target && { column: target }) },
  job: job.id,
  transformations,
  origins: ['inferred'] as Origin[],
});

/** SQL of the job `enrich-orders`: what the spans of its links point into. */
export const ENRICH_SQL = `INSERT INTO orders_enriched
SELECT o.order_id,
  UPPER(c.name) AS customer_name,
  c.country,
  CAST(o.amount * r.rate AS DECIMAL(10, 2)) AS amount_eur,
  o.created_at
FROM orders AS o
JOIN customers AS c ON o.customer_id = c.customer_id
WHERE o.amount > 0;`;

const span = (line: number, column: number, end: number) => ({
  start: { line, column },
  end: { line, column: end },
});

const HIDDEN = [
  { id: 'secret-1', type: 'job' as const, hidden: true as const },
  { id: 'secret-2', type: 'job' as const, hidden: true as const },
];

/** A shop's lineage from its database over Kafka and Flink to Doris; two jobs are hidden. */
export function shopGraph(): FakeGraph {
  const s = SHOP;
  return {
    nodes: [...Object.values(s), ...HIDDEN],
    edges: [
      edge(s.orders, s.cdc, ['declared', 'inferred', 'observed']),
      edge(s.cdc, s.ordersTopic, ['declared', 'inferred', 'observed']),
      edge(s.ordersTopic, s.enrich),
      edge(s.customers, s.enrich, ['inferred']),
      edge(s.enrich, s.enriched),
      edge(s.enriched, s.revenue),
      edge(s.legacy, s.revenue, ['declared'], {
        until: TIMES.change,
        lastSeenAt: TIMES.change,
      }),
      edge(s.revenue, s.revenueTable),
      edge(s.enriched, s.load, ['observed'], { firstSeenAt: TIMES.change }),
      edge(s.load, s.ordersTable, ['observed'], { firstSeenAt: TIMES.change }),
      edge(s.revenueTable, s.report, ['declared']),
      edge(s.ordersTable, s.report, ['observed'], {
        firstSeenAt: TIMES.change,
      }),
      edge(s.report, s.reportTable, ['declared', 'observed']),
      edge(s.enriched, HIDDEN[0]),
      edge(s.enriched, HIDDEN[1]),
    ],
    links: [
      ...['order_id', 'customer_id', 'amount', 'currency', 'created_at'].map(
        name => link(s.orders, name, s.ordersTopic, name, s.cdc, IDENTITY),
      ),
      link(s.ordersTopic, 'order_id', s.enriched, 'order_id', s.enrich, {
        ...IDENTITY,
        span: span(2, 8, 18),
      }),
      link(s.customers, 'name', s.enriched, 'customer_name', s.enrich, {
        type: 'DIRECT',
        subtype: 'TRANSFORMATION',
        description: 'UPPER(c.name)',
        span: span(3, 3, 16),
      }),
      link(s.customers, 'country', s.enriched, 'country', s.enrich, {
        ...IDENTITY,
        span: span(4, 3, 12),
      }),
      link(s.ordersTopic, 'amount', s.enriched, 'amount_eur', s.enrich, {
        type: 'DIRECT',
        subtype: 'TRANSFORMATION',
        span: span(5, 3, 44),
      }),
      link(s.ordersTopic, 'created_at', s.enriched, 'created_at', s.enrich, {
        ...IDENTITY,
        span: span(6, 3, 15),
      }),
      link(s.ordersTopic, 'customer_id', s.enriched, undefined, s.enrich, {
        type: 'INDIRECT',
        subtype: 'JOIN',
        span: span(8, 24, 53),
      }),
      link(s.ordersTopic, 'amount', s.enriched, undefined, s.enrich, {
        type: 'INDIRECT',
        subtype: 'FILTER',
        span: span(9, 7, 19),
      }),
      link(
        s.enriched,
        'country',
        s.revenueTable,
        'country',
        s.revenue,
        IDENTITY,
      ),
      link(s.enriched, 'country', s.revenueTable, undefined, s.revenue, {
        type: 'INDIRECT',
        subtype: 'GROUP_BY',
      }),
      link(s.enriched, 'amount_eur', s.revenueTable, 'revenue', s.revenue, {
        type: 'DIRECT',
        subtype: 'AGGREGATION',
        description: 'SUM(amount_eur)',
      }),
      link(s.enriched, 'order_id', s.revenueTable, 'orders', s.revenue, {
        type: 'DIRECT',
        subtype: 'AGGREGATION',
        description: 'COUNT(order_id)',
      }),
      link(
        s.enriched,
        'created_at',
        s.revenueTable,
        'window_start',
        s.revenue,
        { type: 'DIRECT', subtype: 'TRANSFORMATION' },
      ),
      link(s.enriched, 'order_id', s.ordersTable, 'order_id', s.load, IDENTITY),
      link(s.enriched, 'country', s.ordersTable, 'country', s.load, IDENTITY),
      link(
        s.enriched,
        'amount_eur',
        s.ordersTable,
        'amount_eur',
        s.load,
        IDENTITY,
      ),
      link(s.revenueTable, 'revenue', s.reportTable, 'revenue', s.report, {
        type: 'DIRECT',
        subtype: 'AGGREGATION',
      }),
    ],
  };
}
