import { readFileSync } from 'fs';
import { join } from 'path';
import { lineageOfEvent } from '@datalark/openlineage';
import { inferJobEvent } from './inferJobEvent';

const JOBS = join(__dirname, '../../../../examples/jobs');
const variables = {
  KAFKA_BOOTSTRAP: '127.0.0.1:9092',
  PG_HOST: '127.0.0.1',
  PG_PORT: '5432',
  DATA_DIR: '/data',
};

function inferred(name: string, file: string, type: string) {
  const text = readFileSync(join(JOBS, name, file), 'utf8');
  const job = { namespace: 'datalark', name };
  return inferJobEvent({
    job,
    definition:
      type === 'flink-sql'
        ? { type, sql: text }
        : {
            type,
            config: text,
            ...(file.endsWith('json') && { format: 'json' }),
          },
    variables,
    eventTime: '2026-11-30T10:00:00Z',
  });
}

const pairs = (list?: { namespace: string; name: string }[]) =>
  list?.map(({ namespace, name }) => `${namespace} ${name}`);

describe('inferJobEvent', () => {
  it('reads Flink SQL: a statement set with a lookup join', () => {
    const { event, problems } = inferred(
      'order-routing',
      'job.sql',
      'flink-sql',
    );
    expect(problems).toEqual([]);
    expect(pairs(event!.inputs)).toEqual([
      'postgres://127.0.0.1:5432 shop.public.customers',
      'kafka://127.0.0.1:9092 shop.orders',
    ]);
    expect(pairs(event!.outputs)).toEqual([
      'postgres://127.0.0.1:5432 warehouse.public.large_orders',
      'kafka://127.0.0.1:9092 shop.orders.large',
    ]);
    const { columnEdges, datasetInfluences } = lineageOfEvent(event!);
    expect(
      columnEdges.map(
        ({ from, to }) => `${from.name}.${from.field} ${to.name}.${to.field}`,
      ),
    ).toContain('shop.public.customers.name shop.orders.large.customer_name');
    expect(
      datasetInfluences.map(
        ({ from, transformations: [how] }) => `${from.field} ${how.subtype}`,
      ),
    ).toContain('amount FILTER');
  });

  it('gives files their path, with the name that Flink reports as a symlink', () => {
    const { event } = inferred('customers-by-country', 'job.sql', 'flink-sql');
    expect(event!.inputs).toMatchObject([
      {
        namespace: 'file',
        name: '/data/landing/customers',
        facets: {
          symlinks: {
            identifiers: [
              {
                namespace: 'job://datalark/customers-by-country',
                name: 'default_catalog.default_database.partner_customers',
                type: 'TABLE',
              },
            ],
          },
        },
      },
    ]);
  });

  it('keeps generators within their job', () => {
    const { event } = inferred('hello-flink', 'job.sql', 'flink-sql');
    expect(pairs(event!.inputs)).toEqual([
      'job://datalark/hello-flink default_catalog.default_database.numbers',
    ]);
  });

  it('reads SeaTunnel: HOCON with two sinks, JSON with a filter, generators', () => {
    const both = inferred('shop-to-warehouse', 'job.conf', 'seatunnel');
    expect(both.problems).toEqual([]);
    expect(pairs(both.event!.inputs)).toEqual([
      'postgres://127.0.0.1:5432 shop.public.customers',
      'postgres://127.0.0.1:5432 shop.public.products',
    ]);
    expect(pairs(both.event!.outputs)).toEqual([
      'postgres://127.0.0.1:5432 warehouse.public.customers',
      'postgres://127.0.0.1:5432 warehouse.public.products',
    ]);
    expect(lineageOfEvent(both.event!).columnEdges).toHaveLength(9);
    const archive = inferred('orders-archive', 'job.json', 'seatunnel').event!;
    expect(pairs(archive.outputs)).toEqual(['file /data/archive/orders']);
    expect(lineageOfEvent(archive).datasetInfluences).toMatchObject([
      { from: { field: 'status' }, transformations: [{ subtype: 'FILTER' }] },
    ]);
    const made = inferred('hello-seatunnel', 'job.conf', 'seatunnel').event!;
    expect(pairs(made.inputs)).toEqual([
      'job://datalark/hello-seatunnel fakesource.people',
    ]);
  });

  it('knows nothing of a jar', () => {
    expect(
      inferJobEvent({
        job: { namespace: 'datalark', name: 'x' },
        definition: { type: 'flink-jar', jar: 'file:/a.jar' },
        eventTime: '2026-11-30T10:00:00Z',
      }),
    ).toEqual({ problems: [] });
  });
});
