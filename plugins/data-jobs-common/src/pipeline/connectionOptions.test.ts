import { DataSourceEntity } from '@datalark/backstage-plugin-data-entities-common';
import { TableUse, connectionOptions, isBounded } from './connectionOptions';

const source = (spec: Partial<DataSourceEntity['spec']>): DataSourceEntity => ({
  apiVersion: 'datalark.io/v1alpha1',
  kind: 'DataSource',
  metadata: { name: 'thing' },
  spec: {
    type: 'kafka',
    lifecycle: 'production',
    owner: 'guest',
    connection: {},
    ...spec,
  },
});
const use = (dataset: string, more: Partial<TableUse> = {}): TableUse => ({
  role: 'source',
  dataset,
  jobName: 'my-job',
  ...more,
});

describe('connectionOptions', () => {
  it('keeps variables and turns credentials into references', () => {
    const kafka = source({
      connection: {
        bootstrapServers: '${KAFKA_BOOTSTRAP}',
        saslMechanism: 'SCRAM-SHA-512',
      },
      credentials: { username: 'secret:k-user', password: 'secret:k-pass' },
    });
    expect(connectionOptions(kafka, use('orders'))).toEqual({
      connector: 'kafka',
      topic: 'orders',
      'properties.bootstrap.servers': '${KAFKA_BOOTSTRAP}',
      'properties.security.protocol': 'SASL_SSL',
      'properties.sasl.mechanism': 'SCRAM-SHA-512',
      'properties.sasl.jaas.config':
        'org.apache.kafka.common.security.scram.ScramLoginModule required username="${secret:k-user}" password="${secret:k-pass}";',
      'properties.group.id': 'my-job',
      'properties.isolation.level': 'read_committed',
      'scan.startup.mode': 'earliest-offset',
      format: 'json',
    });
  });

  it.each([
    ['shop.public.orders', 'orders'],
    ['shop.sales.orders', 'sales.orders'],
    ['public.orders', 'orders'],
    ['orders', 'orders'],
  ])('names the table of %s in PostgreSQL %s', (dataset, table) => {
    const options = connectionOptions(
      source({
        type: 'postgresql',
        connection: { host: 'db', database: 'shop', username: 'me' },
      }),
      use(dataset),
    );
    expect(options).toEqual({
      connector: 'jdbc',
      url: 'jdbc:postgresql://db:5432/shop',
      'table-name': table,
      username: 'me',
    });
  });

  it('makes a URL of a path, and leaves a URL alone', () => {
    const files = source({ type: 'filesystem', connection: { path: '/data' } });
    const path = (dataset: string) =>
      connectionOptions(files, use(dataset, { format: 'json' })).path;
    expect(path('${DATA_DIR}/in')).toBe('file://${DATA_DIR}/in');
    expect(path('s3://bucket/in')).toBe('s3://bucket/in');
  });

  it('says what the data source leaves out', () => {
    expect(() => connectionOptions(source({}), use('orders'))).toThrow(
      'Data source "thing" says no spec.connection.bootstrapServers',
    );
  });

  it('says which systems it knows', () => {
    expect(() => connectionOptions(source({ type: 'hive' }), use('x'))).toThrow(
      'is of type hive, which this template cannot connect. It connects kafka, postgresql',
    );
  });

  it('knows which sources end', () => {
    expect(isBounded(source({}))).toBe(false);
    expect(isBounded(source({ type: 'postgresql' }))).toBe(true);
  });
});
