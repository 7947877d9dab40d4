import { lineageOf } from '../lineage/lineageOf';
import { datasetOf, datasetsOf } from './datasetOf';

const path = { catalog: 'c', database: 'd', table: 't' };

/** `system | authority | path`, of options written `key=value` and parted by blanks. */
function at(options: string): string | undefined {
  const pairs = options.split(' ').map(option => option.split(/=(.*)/s));
  const address = datasetOf({ path, options: Object.fromEntries(pairs) });
  return (
    address &&
    [address.system, address.authority ?? '', address.path.join('/')].join(
      ' | ',
    )
  );
}

describe('datasetOf', () => {
  it.each([
    [
      'connector=kafka topic=orders properties.bootstrap.servers=b1:9092,b2:9092',
      'kafka | b1:9092,b2:9092 | orders',
    ],
    ['connector=upsert-kafka topic=orders', 'kafka |  | orders'],
    [
      'connector=jdbc url=jdbc:mysql://u:p@db:3306/shop?useSSL=false table-name=orders',
      'mysql | db:3306 | shop/orders',
    ],
    [
      'connector=jdbc url=jdbc:postgresql://db/shop table-name=orders',
      'postgres | db | shop/public/orders',
    ],
    [
      'connector=jdbc url=jdbc:postgresql://db:5432/shop?currentSchema=sales table-name=orders',
      'postgres | db:5432 | shop/sales/orders',
    ],
    [
      'connector=jdbc url=jdbc:postgresql://db:5432/shop table-name=sales.orders',
      'postgres | db:5432 | shop/sales/orders',
    ],
    [
      'connector=jdbc url=jdbc:sqlserver://db:1433;databaseName=shop table-name=orders',
      'mssql | db:1433 | shop/dbo/orders',
    ],
    [
      'connector=jdbc url=jdbc:oracle:thin:@//db:1521/XE table-name=HR.EMP',
      'oracle | db:1521 | XE/HR/EMP',
    ],
    [
      'connector=jdbc url=jdbc:oracle:thin:@db:1521:XE table-name=HR.EMP',
      'oracle | db:1521 | XE/HR/EMP',
    ],
    [
      'connector=jdbc url=jdbc:clickhouse://ch:8123/log table-name=hits',
      'clickhouse | ch:8123 | log/hits',
    ],
    ['connector=filesystem path=s3a://bucket/in/day', 's3 | bucket | in/day'],
    ['connector=filesystem path=hdfs://nn:8020/in', 'hdfs | nn:8020 | in'],
    ['connector=filesystem path=file:///tmp/in', 'file |  | tmp/in'],
    ['connector=filesystem path=/tmp/in/', 'file |  | tmp/in'],
    [
      'connector=hbase-2.2 table-name=ns:t zookeeper.quorum=zk1:2181,zk2:2181',
      'hbase | zk1:2181,zk2:2181 | ns/t',
    ],
    [
      'connector=elasticsearch-7 hosts=http://e1:9200;http://e2:9200 index=orders',
      'elasticsearch | e1:9200,e2:9200 | orders',
    ],
    [
      'connector=opensearch-2 hosts=https://o:9200 index=orders',
      'opensearch | o:9200 | orders',
    ],
    [
      'connector=mongodb uri=mongodb://u:p@m1:27017,m2:27017/?x=1 database=shop collection=orders',
      'mongodb | m1:27017,m2:27017 | shop/orders',
    ],
    [
      'connector=kinesis stream.arn=arn:aws:kinesis:eu-west-1:123:stream/orders',
      'kinesis | eu-west-1:123 | orders',
    ],
    [
      'connector=kinesis stream=orders aws.region=eu-west-1',
      'kinesis | eu-west-1 | orders',
    ],
    [
      'connector=firehose delivery-stream=f aws.region=eu-west-1',
      'firehose | eu-west-1 | f',
    ],
    [
      'connector=dynamodb table-name=t aws.region=eu-west-1',
      'dynamodb | eu-west-1 | t',
    ],
    [
      'connector=sqs queue-url=https://sqs.eu-west-1.amazonaws.com/123/q',
      'sqs | sqs.eu-west-1.amazonaws.com | 123/q',
    ],
    [
      'connector=pulsar topics=persistent://tenant/ns/t service-url=pulsar://p:6650',
      'pulsar | p:6650 | tenant/ns/t',
    ],
    [
      'connector=mysql-cdc hostname=db database-name=shop table-name=orders',
      'mysql | db:3306 | shop/orders',
    ],
    [
      'connector=postgres-cdc hostname=db port=5433 database-name=shop schema-name=sales table-name=orders',
      'postgres | db:5433 | shop/sales/orders',
    ],
    [
      'connector=oracle-cdc hostname=db database-name=XE schema-name=HR table-name=EMP',
      'oracle | db:1521 | XE/HR/EMP',
    ],
    [
      'connector=sqlserver-cdc hostname=db database-name=shop table-name=dbo.orders',
      'mssql | db:1433 | shop/dbo/orders',
    ],
    [
      'connector=db2-cdc hostname=db database-name=D table-name=S.T',
      'db2 | db:50000 | D/S/T',
    ],
    [
      'connector=mongodb-cdc hosts=m:27017 database=shop collection=orders',
      'mongodb | m:27017 | shop/orders',
    ],
    [
      'connector=oceanbase-cdc hostname=ob database-name=shop table-name=orders',
      'oceanbase | ob:2881 | shop/orders',
    ],
    [
      'connector=tidb-cdc pd-addresses=pd:2379 database-name=shop table-name=orders',
      'tidb | pd:2379 | shop/orders',
    ],
    [
      'connector=vitess-cdc hostname=v port=15991 keyspace=k table-name=orders',
      'vitess | v:15991 | k/orders',
    ],
    [
      'connector=doris fenodes=fe:8030 table.identifier=shop.orders',
      'doris | fe:8030 | shop/orders',
    ],
    [
      'connector=starrocks load-url=fe1:8030;fe2:8030 jdbc-url=jdbc:mysql://fe1:9030 database-name=shop table-name=orders',
      'starrocks | fe1:8030,fe2:8030 | shop/orders',
    ],
    [
      'connector=clickhouse url=clickhouse://ch:8123 database-name=log table-name=hits',
      'clickhouse | ch:8123 | log/hits',
    ],
    [
      'connector=iceberg catalog-name=h catalog-type=hadoop warehouse=s3://b/wh catalog-database=db catalog-table=t',
      'iceberg | s3://b/wh | db/t',
    ],
    [
      'connector=iceberg catalog-type=hive uri=thrift://ms:9083 warehouse=s3://b/wh',
      'iceberg | thrift://ms:9083 | d/t',
    ],
    ['connector=paimon path=s3://b/wh/db.db/t', 's3 | b | wh/db.db/t'],
    ['connector=hudi path=hdfs://nn/t', 'hdfs | nn | t'],
    ['connector=fluss bootstrap.servers=f:9123', 'fluss | f:9123 | d/t'],
    ['connector=datagen', 'datagen |  | c/d/t'],
    ['connector=print', 'print |  | c/d/t'],
    ['connector=blackhole', 'blackhole |  | c/d/t'],
  ])('%s', (options, expected) => {
    expect(at(options)).toBe(expected);
  });

  it.each([
    'connector=kafka topic-pattern=orders-.*',
    'connector=kafka topic=a;b',
    'connector=mysql-cdc hostname=db database-name=shop table-name=orders_.*',
    'connector=jdbc url=jdbc:mysql://db/shop',
    'connector=unheard-of path=/x',
    'connector=constructor',
    'connector=filesystem',
  ])('does not guess: %s', options => {
    expect(at(options)).toBeUndefined();
  });

  it('tells every topic of a list', () => {
    const options = { connector: 'kafka', topic: 'a; b' };
    expect(datasetsOf({ path, options }).map(one => one.path)).toEqual([
      ['a'],
      ['b'],
    ]);
  });

  it('looks into the catalog where the table names no connector', () => {
    const { tables } = lineageOf(`
CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = 's3://b/wh');
CREATE CATALOG my WITH ('type' = 'jdbc', 'base-url' = 'jdbc:mysql://db:3306', 'default-database' = 'shop');
INSERT INTO lake.ods.orders SELECT id FROM my.shop.orders`);
    expect(tables.map(datasetOf)).toEqual([
      { system: 'mysql', authority: 'db:3306', path: ['shop', 'orders'] },
      { system: 'paimon', authority: 's3://b/wh', path: ['ods', 'orders'] },
    ]);
  });
});
