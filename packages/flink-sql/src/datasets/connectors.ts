import type { DatasetReader } from './DatasetReader';
import { address, hostAndPort, plainName, servers } from './DatasetReader';
import { fileAddress } from './fileAddress';
import { jdbcAddress } from './jdbcAddress';
import { lakeAddress } from './lakeAddress';

const kafka: DatasetReader = option =>
  (option('topic') ?? '')
    .split(';')
    .flatMap(topic =>
      address('kafka', servers(option('properties.bootstrap.servers')), [
        topic.trim(),
      ]),
    );

const elastic =
  (system: string): DatasetReader =>
  option =>
    address(system, servers(option('hosts')), [option('index')]);

const hbase: DatasetReader = option =>
  address('hbase', servers(option('zookeeper.quorum')), [
    ...(option('table-name') ?? '').split(':'),
  ]);

const mongo: DatasetReader = option =>
  address('mongodb', servers(option('uri') ?? option('hosts')), [
    plainName(option('database')),
    plainName(option('collection')),
  ]);

const kinesis: DatasetReader = option => {
  const [, region, account, stream] =
    /^arn:[^:]*:kinesis:([^:]*):([^:]*):stream\/(.+)$/.exec(
      option('stream.arn') ?? option('stream') ?? '',
    ) ?? [];
  return stream
    ? address('kinesis', `${region}:${account}`, [stream])
    : address('kinesis', option('aws.region'), [option('stream')]);
};

const sqs: DatasetReader = option => {
  const [, host, path] =
    /^https?:\/\/([^/]+)\/(.+)$/.exec(option('queue-url') ?? '') ?? [];
  return address('sqs', host, (path ?? '').split('/'));
};

const pulsar: DatasetReader = option =>
  (option('topics') ?? option('topic') ?? '').split(/[;,]/).flatMap(topic => {
    const names = topic.trim().replace(/^(non-)?persistent:\/\//, '');
    const parts = names.split('/');
    const path = parts.length === 1 ? ['public', 'default', ...parts] : parts;
    return names ? address('pulsar', servers(option('service-url')), path) : [];
  });

/** CDC sources of Flink CDC that are told by host, database and table. */
const database =
  (system: string, port?: string): DatasetReader =>
  option =>
    address(system, hostAndPort(option('hostname'), option('port') ?? port), [
      plainName(option('database-name')),
      ...(plainName(option('table-name')) ?? '').split('.').slice(-1),
    ]);

/** The same with a schema, by itself or before the table's name. */
const databaseAndSchema =
  (system: string, port: string, fallback?: string): DatasetReader =>
  option => {
    const table = plainName(option('table-name'))?.split('.') ?? [''];
    const schema =
      plainName(option('schema-name')) ?? table[table.length - 2] ?? fallback;
    const server = hostAndPort(option('hostname'), option('port') ?? port);
    const name = table[table.length - 1];
    return address(system, server ?? jdbcServer(option('url')), [
      plainName(option('database-name')),
      schema,
      name,
    ]);
  };

function jdbcServer(url: string | undefined): string | undefined {
  return jdbcAddress(url, 't')[0]?.authority;
}

const tidb: DatasetReader = option =>
  address('tidb', servers(option('pd-addresses')), [
    plainName(option('database-name')),
    plainName(option('table-name')),
  ]);

const vitess: DatasetReader = option =>
  address('vitess', hostAndPort(option('hostname'), option('port')), [
    option('keyspace'),
    plainName(option('table-name')),
  ]);

const doris =
  (system: string): DatasetReader =>
  option =>
    address(system, servers(option('fenodes') ?? option('load-url')), [
      ...(option('table.identifier') ?? '').split('.'),
    ]);

const starrocks: DatasetReader = option => {
  const http = servers(option('load-url') ?? option('scan-url'));
  const jdbc = /^jdbc:[a-z]+:\/\/([^/?]+)/i.exec(option('jdbc-url') ?? '')?.[1];
  return address('starrocks', http ?? jdbc, [
    option('database-name'),
    option('table-name'),
  ]);
};

const clickhouse: DatasetReader = option => {
  const url = option('url');
  const table = option('table-name');
  if (url?.startsWith('jdbc:')) return jdbcAddress(url, table);
  return address('clickhouse', servers(url), [
    option('database-name') ?? 'default',
    table,
  ]);
};

const fluss: DatasetReader = (option, path) =>
  address('fluss', servers(option('bootstrap.servers')), [
    path.database,
    path.table,
  ]);

const named =
  (system: string, server: string, ...parts: string[]): DatasetReader =>
  option =>
    address(system, servers(option(server)), parts.map(option));

const hive: DatasetReader = (option, { database: db, table }) =>
  address('hive', servers(option('hive.metastore.uris')), [db, table]);

/** What only exists while a job runs is named after its table. */
const nothing =
  (system: string): DatasetReader =>
  (_, { catalog, database: db, table }) =>
    address(system, undefined, [catalog, db, table]);

/** By the value of `connector`. */
export const CONNECTORS: Readonly<Record<string, DatasetReader>> = {
  kafka,
  'upsert-kafka': kafka,
  jdbc: option => jdbcAddress(option('url'), option('table-name')),
  filesystem: option => fileAddress(option('path')),
  'hbase-1.4': hbase,
  'hbase-2.2': hbase,
  'hbase-2.6': hbase,
  'elasticsearch-6': elastic('elasticsearch'),
  'elasticsearch-7': elastic('elasticsearch'),
  'elasticsearch-8': elastic('elasticsearch'),
  opensearch: elastic('opensearch'),
  'opensearch-2': elastic('opensearch'),
  mongodb: mongo,
  kinesis,
  'kinesis-legacy': kinesis,
  firehose: named('firehose', 'aws.region', 'delivery-stream'),
  dynamodb: named('dynamodb', 'aws.region', 'table-name'),
  sqs,
  pulsar,
  'upsert-pulsar': pulsar,
  rocketmq: named('rocketmq', 'nameServerAddress', 'topic'),
  rabbitmq: named('rabbitmq', 'hostname', 'queue'),
  prometheus: named('prometheus', 'metric.endpoint-url'),
  cassandra: named('cassandra', 'host', 'keyspace', 'table'),
  kudu: named('kudu', 'kudu.masters', 'kudu.table'),
  bigquery: named('bigquery', '', 'project', 'dataset', 'table'),
  milvus: named('milvus', 'endpoint', 'databaseName', 'collectionName'),
  hive,
  'mysql-cdc': database('mysql', '3306'),
  'oceanbase-cdc': database('oceanbase', '2881'),
  'tidb-cdc': tidb,
  'vitess-cdc': vitess,
  'postgres-cdc': databaseAndSchema('postgres', '5432', 'public'),
  'oracle-cdc': databaseAndSchema('oracle', '1521'),
  'sqlserver-cdc': databaseAndSchema('mssql', '1433', 'dbo'),
  'db2-cdc': databaseAndSchema('db2', '50000'),
  'mongodb-cdc': mongo,
  oceanbase: option =>
    jdbcAddress(
      option('url'),
      [option('schema-name'), option('table-name')].filter(Boolean).join('.'),
    ),
  doris: doris('doris'),
  selectdb: doris('selectdb'),
  starrocks,
  'starrocks-cdc': starrocks,
  clickhouse,
  fluss,
  hologres: named('hologres', 'endpoint', 'dbname', 'tablename'),
  iceberg: lakeAddress('iceberg'),
  paimon: lakeAddress('paimon'),
  'table-store': lakeAddress('paimon'),
  hudi: lakeAddress('hudi'),
  delta: lakeAddress('delta'),
  datagen: nothing('datagen'),
  print: nothing('print'),
  blackhole: nothing('blackhole'),
  values: nothing('values'),
  faker: nothing('faker'),
  socket: nothing('socket'),
  'python-input-format': nothing('python-input-format'),
};

/** By the value of `type` of the catalog, for tables that name no connector. */
export const CATALOGS: Readonly<Record<string, DatasetReader>> = {
  hive,
  iceberg: lakeAddress('iceberg'),
  paimon: lakeAddress('paimon'),
  hudi: lakeAddress('hudi'),
  'delta-catalog': lakeAddress('delta'),
  fluss,
  jdbc: (option, path) => {
    const base = option('base-url')?.replace(/\/*$/, '');
    return jdbcAddress(base && `${base}/${path.database}`, path.table);
  },
};
