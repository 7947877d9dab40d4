import { jdbcPlaceOf, wholeTablePath } from './jdbcPlace';

const whole = (url: string, table: string) => {
  const place = jdbcPlaceOf(url);
  return (
    place &&
    `${place.system} ${place.authority ?? '-'} ${wholeTablePath(
      place,
      table.split('.'),
    ).join('.')}`
  );
};

describe('jdbcPlaceOf', () => {
  it.each([
    [
      'jdbc:mysql://db:3306/shop?useSSL=false',
      'orders',
      'mysql db:3306 shop.orders',
    ],
    ['jdbc:mysql://db:3306/shop', 'other.orders', 'mysql db:3306 other.orders'],
    ['jdbc:mysql://db', 'shop.orders', 'mysql db shop.orders'],
    ['jdbc:mariadb://db/shop', 'orders', 'mysql db shop.orders'],
    ['jdbc:mysql://u:p@db:3306/shop', 'orders', 'mysql db:3306 shop.orders'],
    [
      'jdbc:postgresql://a:1,b:2/shop?x=y',
      'orders',
      'postgres a:1,b:2 shop.public.orders',
    ],
    [
      'jdbc:postgresql://pg/shop?currentSchema=sales',
      'orders',
      'postgres pg shop.sales.orders',
    ],
    [
      'jdbc:postgresql://pg/shop',
      'sales.orders',
      'postgres pg shop.sales.orders',
    ],
    ['jdbc:postgresql://pg', 'sales.orders', 'postgres pg .sales.orders'],
    [
      'jdbc:sqlserver://ms:1433;databaseName=erp;encrypt=false',
      'items',
      'mssql ms:1433 erp.dbo.items',
    ],
    ['jdbc:sqlserver://ms;encrypt=false;', 'dbo.items', 'mssql ms .dbo.items'],
    ['jdbc:oracle:thin:@ora:1521/XE', 'HR.T', 'oracle ora:1521 XE.HR.T'],
    ['jdbc:oracle:thin:@ora:1523:xe', 'HR.T', 'oracle ora:1523 xe.HR.T'],
    ['jdbc:oracle:thin:@//ora/XE', 'HR.T', 'oracle ora XE.HR.T'],
    ['jdbc:oracle:thin:u/p@ora:1521:xe', 'HR.T', 'oracle ora:1521 xe.HR.T'],
    ['jdbc:db2://h:50000/SAMPLE', 'S.T', 'db2 h:50000 SAMPLE.S.T'],
    ['jdbc:hive2://h:10000', 't', 'hive h:10000 default.t'],
    ['jdbc:dm://h:5236', 'SYSDBA.T', 'dameng h:5236 SYSDBA.T'],
    ['jdbc:trino://h:8080/hive/sales', 't', 'trino h:8080 hive.sales.t'],
    [
      'jdbc:snowflake://acc.snowflakecomputing.com?db=D&schema=S',
      'T',
      'snowflake acc D.S.T',
    ],
    [
      'jdbc:redshift://c.amazonaws.com:5439/dev',
      't',
      'redshift c.amazonaws.com:5439 dev.public.t',
    ],
    [
      'jdbc:phoenix:thin:url=http://h:8765;serialization=PROTOBUF',
      'test.T',
      'phoenix h:8765 test.T',
    ],
    ['jdbc:phoenix:h:2182/hbase', 'test.T', 'phoenix h:2182 test.T'],
    [
      'jdbc:teradata://1.2.3.4/DBS_PORT=1025,DATABASE=test',
      't',
      'teradata 1.2.3.4 test.t',
    ],
    [
      'jdbc:pivotal:greenplum://h:5432;DatabaseName=d',
      't',
      'greenplum h:5432 d.public.t',
    ],
    ['jdbc:sqlite:test.db', 't', 'sqlite - test.db.t'],
    [
      'jdbc:mysql://${host}:3306/${db}',
      '${t}',
      'mysql ${host}:3306 ${db}.${t}',
    ],
  ])('%s, %s', (url, table, expected) => {
    expect(whole(url, table)).toBe(expected);
  });

  it.each([
    '',
    'mysql://db/shop',
    'jdbc:',
    'jdbc:mysql:',
    'jdbc:mysql:///shop',
    '${url}',
    'jdbc:oracle:thin:@(DESCRIPTION=(X))',
  ])('does not understand %j', url => {
    expect(jdbcPlaceOf(url)).toBeUndefined();
  });
});
