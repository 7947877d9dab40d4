import type { JsonObject } from '../../model/JsonValue';
import type { Connector } from './Connector';
import { listOption, objectOption, textOption } from './options';

type Read = (options: JsonObject) => string | undefined;

const text =
  (...keys: string[]): Read =>
  options =>
    textOption(options, ...keys);
const list =
  (...keys: string[]): Read =>
  options =>
    listOption(options, ...keys)?.join(',');
/** Host and port of two options. */
const hostPort =
  (host = 'host', port = 'port'): Read =>
  options => {
    const name = textOption(options, host);
    const number = textOption(options, port);
    return name && number ? `${name}:${number}` : name;
  };
/** `scheme://user@host:port/…` → `host:port`, of each in a list. */
const hostOf =
  (...keys: string[]): Read =>
  options =>
    textOption(options, ...keys)
      ?.split(',')
      .map(one =>
        one
          .trim()
          .replace(/^[\w+.:-]*:\/\//, '')
          .replace(/[/?;].*$/s, ''),
      )
      .map(one => one.slice(one.lastIndexOf('@') + 1))
      .join(',');

/** One dataset of these options; all but the last may be missing. */
const path =
  (...parts: Read[]): Connector['paths'] =>
  options => {
    const read = parts.map(part => part(options));
    if (read.at(-1) === undefined) return [undefined];
    return [
      read.filter(part => part !== undefined).flatMap(part => part!.split('.')),
    ];
  };
/** One dataset for each name of a list. */
const each =
  (...keys: string[]): Connector['paths'] =>
  options =>
    listOption(options, ...keys)?.map(name => [name]) ?? [undefined];
const whole =
  (...parts: Read[]): Connector['paths'] =>
  options => {
    const read = parts.map(part => part(options));
    return [
      read.at(-1) === undefined
        ? undefined
        : read.filter(part => part !== undefined).map(part => part!),
    ];
  };

const file = (system: string, authority?: Read): Connector => ({
  system,
  ...(authority && { authority }),
  paths: whole(text('path')),
});
const bucket = text('bucket');
const httpPath: Connector['paths'] = options => {
  const url = textOption(options, 'url');
  return [
    url === undefined
      ? undefined
      : [url.replace(/^\w+:\/\/[^/?]*/, '').replace(/[?#].*$/s, '') || '/'],
  ];
};
const http: Connector = {
  system: 'http',
  authority: hostOf('url'),
  paths: httpPath,
};
const search = (system: string): Connector => ({
  system,
  authority: list('hosts'),
  paths: each('index'),
});
const lakeTable = path(text('namespace', 'database'), text('table'));
const nothing = (system: string): Connector => ({ system, paths: () => [[]] });
const queue = (
  system: string,
  authority: Read,
  ...keys: string[]
): Connector => ({
  system,
  authority,
  paths: each(...keys),
});

/**
 * Plugins whose data has a place that is not told by a JDBC URL, by their name
 * in lower case.
 */
export const connectors: Readonly<Record<string, Connector>> = {
  kafka: queue('kafka', text('bootstrap.servers'), 'topic', 'topics'),
  pulsar: queue('pulsar', text('client.service-url'), 'topic', 'topics'),
  rocketmq: queue('rocketmq', text('name.srv.addr'), 'topic', 'topics'),
  rabbitmq: {
    system: 'rabbitmq',
    authority: hostPort(),
    paths: whole(text('virtual_host'), text('queue_name')),
  },
  activemq: {
    system: 'activemq',
    authority: hostPort(),
    paths: whole(text('queue_name')),
  },
  amazonsqs: {
    system: 'sqs',
    authority: text('region'),
    paths: options => [
      textOption(options, 'url')
        ?.replace(/^\w+:\/\/[^/]*\//, '')
        .split('/'),
    ],
  },
  datahub: {
    system: 'datahub',
    authority: hostOf('endpoint'),
    paths: whole(text('project'), text('topic')),
  },
  sls: {
    system: 'sls',
    authority: hostOf('endpoint'),
    paths: whole(text('project'), text('logstore')),
  },
  localfile: file('file'),
  filesource: { system: 'file', paths: whole(text('path')) },
  hdfsfile: file('hdfs', hostOf('fs.defaultFS')),
  s3file: file('s3', bucket),
  ossfile: file('oss', bucket),
  ossjindofile: file('oss', bucket),
  cosfile: file('cos', bucket),
  obsfile: file('obs', bucket),
  ftpfile: file('ftp', hostPort()),
  sftpfile: file('sftp', hostPort()),
  hive: {
    system: 'hive',
    authority: hostOf('metastore_uri', 'hive_metastore_uris'),
    paths: path(text('table_name', 'hive_table_name')),
  },
  iceberg: {
    system: 'iceberg',
    authority: options => {
      const config = objectOption(options, 'iceberg.catalog.config') ?? {};
      return textOption(config, 'warehouse', 'uri');
    },
    paths: lakeTable,
  },
  paimon: {
    system: 'paimon',
    authority: text('warehouse'),
    paths: path(text('database'), text('table')),
  },
  hudi: {
    system: 'hudi',
    authority: text('table_dfs_path'),
    paths: path(text('database'), text('table_name')),
  },
  doris: {
    system: 'doris',
    authority: text('fenodes'),
    paths: path(text('database'), text('table', 'table.identifier')),
  },
  starrocks: {
    system: 'starrocks',
    authority: list('nodeUrls'),
    paths: path(text('database'), text('table')),
  },
  'selectdb-cloud': {
    system: 'selectdb',
    authority: text('load-url', 'jdbc-url'),
    paths: path(text('table.identifier')),
  },
  selectdbcloud: {
    system: 'selectdb',
    authority: text('load-url'),
    paths: path(text('table.identifier')),
  },
  clickhouse: {
    system: 'clickhouse',
    authority: text('host'),
    paths: path(text('database'), text('table')),
  },
  clickhousefile: {
    system: 'clickhouse',
    authority: text('host'),
    paths: path(text('database'), text('table')),
  },
  elasticsearch: search('elasticsearch'),
  easysearch: search('easysearch'),
  typesense: {
    system: 'typesense',
    authority: list('hosts'),
    paths: each('collection'),
  },
  mongodb: {
    system: 'mongodb',
    authority: hostOf('uri'),
    paths: whole(text('database'), text('collection')),
  },
  redis: {
    system: 'redis',
    authority: hostPort(),
    paths: whole(text('db_num'), text('key', 'keys')),
  },
  cassandra: {
    system: 'cassandra',
    authority: text('host'),
    paths: path(text('keyspace'), text('table')),
  },
  hbase: {
    system: 'hbase',
    authority: text('zookeeper_quorum'),
    paths: path(text('table')),
  },
  kudu: {
    system: 'kudu',
    authority: text('kudu_masters', 'kudu_master'),
    paths: whole(text('table_name', 'kudu_table')),
  },
  kudusource: {
    system: 'kudu',
    authority: text('kudu_master'),
    paths: whole(text('kudu_table')),
  },
  kudusink: {
    system: 'kudu',
    authority: text('kudu_master'),
    paths: whole(text('kudu_table')),
  },
  influxdb: {
    system: 'influxdb',
    authority: hostOf('url'),
    paths: whole(text('database'), text('measurement')),
  },
  iotdb: {
    system: 'iotdb',
    authority: list('node_urls'),
    paths: whole(text('storage_group', 'key_device')),
  },
  tdengine: {
    system: 'tdengine',
    authority: hostOf('url'),
    paths: whole(text('database'), text('stable')),
  },
  maxcompute: {
    system: 'maxcompute',
    authority: hostOf('endpoint'),
    paths: path(text('project'), text('table_name')),
  },
  tablestore: {
    system: 'tablestore',
    authority: hostOf('end_point'),
    paths: whole(text('instance_name'), text('table')),
  },
  amazondynamodb: {
    system: 'dynamodb',
    authority: text('region'),
    paths: whole(text('table')),
  },
  googlefirestore: {
    system: 'firestore',
    authority: text('project_id'),
    paths: whole(text('collection')),
  },
  googlesheets: {
    system: 'googlesheets',
    authority: text('sheet_id'),
    paths: whole(text('sheet_name')),
  },
  druid: {
    system: 'druid',
    authority: hostOf('coordinatorUrl'),
    paths: each('datasource'),
  },
  neo4j: {
    system: 'neo4j',
    authority: hostOf('uri'),
    paths: whole(text('database')),
  },
  milvus: {
    system: 'milvus',
    authority: hostOf('url'),
    paths: whole(text('database'), text('collection')),
  },
  qdrant: {
    system: 'qdrant',
    authority: hostPort(),
    paths: whole(text('collection_name')),
  },
  openmldb: {
    system: 'openmldb',
    authority: hostPort(),
    paths: whole(text('database'), text('table')),
  },
  aerospike: {
    system: 'aerospike',
    authority: hostPort(),
    paths: whole(text('namespace'), text('set')),
  },
  fluss: {
    system: 'fluss',
    authority: text('bootstrap.servers'),
    paths: path(text('database'), text('table')),
  },
  graphql: http,
  prometheus: http,
  http,
  github: http,
  gitlab: http,
  jira: http,
  klaviyo: http,
  lemlist: http,
  myhours: http,
  notion: http,
  onesignal: http,
  persistiq: http,
  feishu: http,
  wechat: http,
  dingtalk: http,
  slack: { system: 'slack', paths: whole(text('slack_channel')) },
  sentry: {
    system: 'sentry',
    authority: hostOf('dsn'),
    paths: () => [['events']],
  },
  email: nothing('email'),
  emailsink: nothing('email'),
  web3j: {
    system: 'web3j',
    authority: hostOf('url'),
    paths: () => [['blocks']],
  },
  socket: { system: 'socket', authority: hostPort(), paths: () => [[]] },
  fakesource: nothing('fakesource'),
  fakestream: nothing('fakesource'),
  console: nothing('console'),
  consolesink: nothing('console'),
  stdout: nothing('console'),
  assert: nothing('assert'),
  inmemory: nothing('inmemory'),
};

/** Systems that hold no data: their tables have no other name than the job's. */
export const HOLD_NOTHING = [
  'fakesource',
  'console',
  'assert',
  'inmemory',
  'email',
  'socket',
];
