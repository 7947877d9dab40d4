/** How a system's datasets are named. @public */
export type NamingRule = {
  /** Scheme of the namespace. */
  scheme: string;
  /**
   * - `tables`: `scheme://authority`, names joined by dots
   * - `files`: `scheme://authority`, names are absolute paths
   * - `objects`: like files, without the leading slash
   * - `global`: the namespace is the scheme alone, names joined by dots
   * - `lake`: named by its path; the catalog's name is a symlink
   * - `nothing`: holds no data, `engine://connector`
   */
  form: 'tables' | 'files' | 'objects' | 'global' | 'lake' | 'nothing';
  /** Ports that need not be written; the first one is what `datasetNameOf` adds. */
  ports?: readonly number[];
  /** Schema of a table that is given as database and table only. */
  defaultSchema?: string;
  /** The namespace takes the first of several servers only, as Flink and Spark do. */
  firstServer?: true;
  /** Joins the parts; default a dot. */
  separator?: string;
};

const tables = (
  scheme: string,
  ports: readonly number[] = [],
  more: Partial<NamingRule> = {},
): NamingRule => ({ scheme, form: 'tables', ports, ...more });
const files = (scheme: string): NamingRule => ({ scheme, form: 'files' });
const objects = (scheme: string): NamingRule => ({ scheme, form: 'objects' });
const nothing = (scheme: string): NamingRule => ({ scheme, form: 'nothing' });
const lake = (scheme: string): NamingRule => ({ scheme, form: 'lake' });

const SCHEMAS = { defaultSchema: 'public' };
const QUEUE = { firstServer: true } as const;

/**
 * The rule of each system. OpenLineage's naming specification where it has
 * one; the same pattern for the other connectors of Flink and SeaTunnel.
 *
 * @public
 */
export const namingRules: Readonly<Record<string, NamingRule>> = {
  // Databases and warehouses
  postgres: tables('postgres', [5432], SCHEMAS),
  greenplum: tables('greenplum', [5432], SCHEMAS),
  opengauss: tables('opengauss', [5432], SCHEMAS),
  kingbase: tables('kingbase', [54321], SCHEMAS),
  redshift: tables('redshift', [5439], SCHEMAS),
  vertica: tables('vertica', [5433], SCHEMAS),
  cratedb: tables('crate', [5432]),
  mysql: tables('mysql', [3306]),
  oceanbase: tables('oceanbase', [2881, 2883]),
  tidb: tables('tidb', [4000]),
  mssql: tables('mssql', [1433], { defaultSchema: 'dbo' }),
  synapse: tables('sqlserver', [1433]),
  oracle: tables('oracle', [1521]),
  db2: tables('db2', [50000]),
  teradata: tables('teradata', [1025]),
  hana: tables('hana', [30015]),
  dameng: tables('dameng', [5236]),
  gbase: tables('gbase', [5258]),
  xugu: tables('xugu', [5138]),
  highgo: tables('highgo', [5866], SCHEMAS),
  iris: tables('iris', [1972]),
  derby: tables('derby', [1527]),
  sqlite: files('sqlite'),
  h2: tables('h2', []),
  hive: tables('hive', [9083, 10000], { firstServer: true }),
  impala: tables('impala', [21050]),
  kylin: tables('kylin', [7070]),
  trino: tables('trino', [8080]),
  presto: tables('presto', [8080]),
  snowflake: tables('snowflake'),
  databend: tables('databend', [8000]),
  unitycatalog: tables('unitycatalog', [443]),
  athena: tables('awsathena'),
  kusto: tables('azurekusto', [], { separator: '/' }),
  cosmos: tables('azurecosmos', [], { separator: '/' }),
  spanner: tables('spanner'),
  bigquery: { scheme: 'bigquery', form: 'global' },
  glue: tables('arn:aws:glue', [], { separator: '/' }),
  maxcompute: tables('maxcompute'),
  doris: tables('doris', [8030, 9030]),
  starrocks: tables('starrocks', [8030, 9030]),
  selectdb: tables('selectdb', [8080, 9030]),
  clickhouse: tables('clickhouse', [8123, 9000]),
  hbase: tables('hbase', [2181], { firstServer: true }),
  phoenix: tables('phoenix', [2181, 8765]),
  kudu: tables('kudu', [7051]),
  cassandra: tables('cassandra', [9042], { firstServer: true }),
  mongodb: tables('mongodb', [27017]),
  redis: tables('redis', [6379]),
  elasticsearch: tables('elasticsearch', [9200], { firstServer: true }),
  opensearch: tables('opensearch', [9200], { firstServer: true }),
  easysearch: tables('easysearch', [9200], { firstServer: true }),
  neo4j: tables('neo4j', [7687]),
  influxdb: tables('influxdb', [8086]),
  prometheus: tables('prometheus', [9090]),
  iotdb: tables('iotdb', [6667]),
  tdengine: tables('tdengine', [6030, 6041]),
  dynamodb: tables('dynamodb'),
  tablestore: tables('tablestore'),
  firestore: tables('firestore'),
  aerospike: tables('aerospike', [3000]),
  milvus: tables('milvus', [19530]),
  qdrant: tables('qdrant', [6334]),
  typesense: tables('typesense', [8108]),
  druid: tables('druid', [8888, 8081]),
  sls: tables('sls'),
  // Messages
  kafka: tables('kafka', [9092], QUEUE),
  pulsar: tables('pulsar', [6650], { separator: '/', ...QUEUE }),
  rocketmq: tables('rocketmq', [9876], QUEUE),
  rabbitmq: tables('amqp', [5672]),
  activemq: tables('activemq', [61616]),
  kinesis: tables('kinesis'),
  firehose: tables('firehose'),
  sqs: tables('sqs'),
  pubsub: tables('pubsub'),
  fluss: tables('fluss', [9123], QUEUE),
  // Files and objects
  file: files('file'),
  hdfs: files('hdfs'),
  viewfs: files('viewfs'),
  dbfs: files('dbfs'),
  ftp: files('ftp'),
  sftp: files('sftp'),
  s3: objects('s3'),
  gs: objects('gs'),
  oss: objects('oss'),
  cos: objects('cosn'),
  obs: objects('obs'),
  tos: objects('tos'),
  abfss: objects('abfss'),
  wasbs: objects('wasbs'),
  http: files('http'),
  https: files('https'),
  graphql: files('https'),
  googlesheets: tables('googlesheets'),
  // Tables in files
  iceberg: lake('iceberg'),
  paimon: lake('paimon'),
  hudi: lake('hudi'),
  delta: lake('delta'),
  // What holds no data
  datagen: nothing('flink'),
  print: nothing('flink'),
  blackhole: nothing('flink'),
  values: nothing('flink'),
  'sequence-source': nothing('flink'),
  faker: nothing('flink'),
  socket: nothing('flink'),
  fakesource: nothing('seatunnel'),
  console: nothing('seatunnel'),
  assert: nothing('seatunnel'),
  inmemory: nothing('inmemory'),
};

/** Other words for the systems of {@link namingRules}, in lower case. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  mariadb: 'mysql',
  sqlserver: 'mssql',
  'sql-server': 'mssql',
  dm: 'dameng',
  'sap-hana': 'hana',
  crate: 'cratedb',
  hive2: 'hive',
  mongo: 'mongodb',
  'mongodb+srv': 'mongodb',
  elastic: 'elasticsearch',
  odps: 'maxcompute',
  ots: 'tablestore',
  amqp: 'rabbitmq',
  s3a: 's3',
  s3n: 's3',
  gcs: 'gs',
  cosn: 'cos',
  abfs: 'abfss',
  wasb: 'wasbs',
  local: 'file',
  localfile: 'file',
  filesystem: 'file',
  deltalake: 'delta',
  awsathena: 'athena',
  azurekusto: 'kusto',
  azurecosmos: 'cosmos',
  'arn:aws:glue': 'glue',
};

/**
 * The key of `namingRules` for a word that somebody uses for a system:
 * `PostgreSQL` → `postgres`, `s3a` → `s3`. Unknown words come back in lower case.
 *
 * @public
 */
export function systemOf(word: string): string {
  const lower = word.toLowerCase();
  return Object.hasOwn(OTHER_WORDS, lower) ? OTHER_WORDS[lower] : lower;
}

/** The rule of a system; `tables` under its own name for unknown ones. @public */
export function namingRuleOf(system: string): NamingRule {
  const key = systemOf(system);
  return Object.hasOwn(namingRules, key) ? namingRules[key] : tables(key);
}
