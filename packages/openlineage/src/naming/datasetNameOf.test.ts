import { datasetNameOf } from './datasetNameOf';
import { namingRules } from './namingRules';
import { normalisedName } from './normalisedName';
import { scopedToJob } from './scopedToJob';

const name = (
  system: string,
  authority: string | undefined,
  ...path: string[]
) => {
  const { namespace, name: given } = datasetNameOf({ system, authority, path });
  return `${namespace} | ${given}`;
};

describe('datasetNameOf', () => {
  it.each([
    [
      'postgres',
      'db:5432',
      ['shop', 'public', 't'],
      'postgres://db:5432 | shop.public.t',
    ],
    ['PostgreSQL', 'db', ['shop', 't'], 'postgres://db:5432 | shop.public.t'],
    [
      'postgres',
      'a,b:5433',
      ['d', 's', 't'],
      'postgres://a:5432,b:5433 | d.s.t',
    ],
    ['mysql', 'db', ['shop', 't'], 'mysql://db:3306 | shop.t'],
    ['mariadb', 'db:3307', ['shop', 't'], 'mysql://db:3307 | shop.t'],
    ['sqlserver', 'db', ['shop', 't'], 'mssql://db:1433 | shop.dbo.t'],
    ['oracle', 'db', ['XE', 'HR', 'T'], 'oracle://db:1521 | XE.HR.T'],
    ['db2', 'db', ['D', 'S', 'T'], 'db2://db:50000 | D.S.T'],
    ['hive', 'thrift://ms:9083', ['db', 't'], 'hive://ms:9083 | db.t'],
    ['redshift', 'c.eu:5439', ['d', 's', 't'], 'redshift://c.eu:5439 | d.s.t'],
    ['trino', 'h', ['c', 's', 't'], 'trino://h:8080 | c.s.t'],
    [
      'snowflake',
      'org-account',
      ['D', 'S', 'T'],
      'snowflake://org-account | D.S.T',
    ],
    ['bigquery', undefined, ['p', 'd', 't'], 'bigquery | p.d.t'],
    [
      'athena',
      'athena.eu-west-1.amazonaws.com',
      ['c', 'd', 't'],
      'awsathena://athena.eu-west-1.amazonaws.com | c.d.t',
    ],
    [
      'glue',
      'eu-west-1:123',
      ['d', 't'],
      'arn:aws:glue:eu-west-1:123 | table/d/t',
    ],
    ['oceanbase', 'h', ['d', 't'], 'oceanbase://h:2881 | d.t'],
    [
      'doris',
      'fe1:8030,fe2:8030',
      ['d', 't'],
      'doris://fe1:8030,fe2:8030 | d.t',
    ],
    ['clickhouse', 'h', ['d', 't'], 'clickhouse://h:8123 | d.t'],
    [
      'elasticsearch',
      'https://h1:9200,https://h2:9200',
      ['i'],
      'elasticsearch://h1:9200 | i',
    ],
    ['mongodb', 'u:p@h1,h2', ['d', 'c'], 'mongodb://h1:27017,h2:27017 | d.c'],
    ['redis', '[::1]', ['k'], 'redis://[::1]:6379 | k'],
    ['cassandra', 'h:9042', ['k', 't'], 'cassandra://h:9042 | k.t'],
    ['kafka', 'b2:9092, b1:9092', ['orders'], 'kafka://b2:9092 | orders'],
    ['kafka', undefined, ['orders'], 'kafka | orders'],
    [
      'pulsar',
      'pulsar://h:6650',
      ['tenant', 'ns', 't'],
      'pulsar://h:6650 | tenant/ns/t',
    ],
    ['file', undefined, ['/data//in/'], 'file | /data/in'],
    ['local', 'host', ['data', 'in'], 'file://host | /data/in'],
    ['filesystem', undefined, ['s3a://bucket/a/b/'], 's3://bucket | a/b'],
    ['hdfs', 'nn:8020', ['/a', 'b'], 'hdfs://nn:8020 | /a/b'],
    ['s3n', 's3://bucket', ['/a'], 's3://bucket | a'],
    ['gcs', 'bucket', ['a'], 'gs://bucket | a'],
    [
      'abfs',
      'c@acc.dfs.core.windows.net',
      ['/a'],
      'abfss://c@acc.dfs.core.windows.net | a',
    ],
    ['filesystem', undefined, ['ftp://u:p@h:21/a'], 'ftp://h:21 | /a'],
    ['datagen', undefined, ['cat', 'db', 't'], 'flink://datagen | cat.db.t'],
    ['FakeSource', undefined, ['fake'], 'seatunnel://fakesource | fake'],
    ['quantumdb', 'h:1', ['a', 'b'], 'quantumdb://h:1 | a.b'],
  ])('%s at %s', (system, authority, path, expected) => {
    expect(name(system, authority, ...path)).toBe(expected);
  });

  it('names lake tables by their path, with the catalog as symlink', () => {
    expect(
      datasetNameOf({
        system: 'paimon',
        authority: 's3a://b/wh',
        path: ['db', 't'],
      }),
    ).toEqual({
      namespace: 's3://b',
      name: 'wh/db.db/t',
      symlinks: [{ namespace: 's3://b/wh', name: 'db.t', type: 'TABLE' }],
    });
    expect(
      datasetNameOf({
        system: 'iceberg',
        authority: 'file:///wh',
        path: ['db', 't'],
      }),
    ).toEqual({
      namespace: 'file',
      name: '/wh/db/t',
      symlinks: [{ namespace: 'file/wh', name: 'db.t', type: 'TABLE' }],
    });
    expect(name('hudi', 'hdfs://nn:8020/t')).toBe('hdfs://nn:8020 | /t');
    expect(name('hudi', 's3a://b/', 'd', 't')).toBe('s3://b | d/t');
    expect(name('iceberg', 'thrift://ms:9083', 'db', 't')).toBe(
      'hive://ms:9083 | db.t',
    );
    expect(name('iceberg', 'http://rest:8181/v1', 'db', 't')).toBe(
      'iceberg://rest:8181 | db.t',
    );
    expect(name('paimon', undefined, 'db', 't')).toBe('paimon | db.t');
  });

  it('never lets a password into a name', () => {
    // Azure's `container@account` and the numbers of an ARN are no passwords.
    const systems = Object.keys(namingRules).filter(
      system => !/^(abfss|wasbs|glue)$/.test(system),
    );
    for (const system of systems) {
      const authority = 'user:secret@host:1';
      const { namespace } = datasetNameOf({
        system,
        authority,
        path: ['a', 'b'],
      });
      expect(namespace).not.toContain('secret');
    }
  });
});

describe('normalisedName', () => {
  it('keeps what belongs to different jobs apart', () => {
    const scoped = (job: string) =>
      normalisedName(
        scopedToJob(
          { namespace: '', name: 'default_catalog.default_database.src' },
          { namespace: 'datalark', name: job },
        ),
      );
    expect(scoped('one').namespace).toBe('job://datalark/one');
    expect(scoped('two')).not.toEqual(scoped('one'));
  });

  const of = (namespace: string, given: string) =>
    JSON.stringify(normalisedName({ namespace, name: given }));

  it.each([
    ['kafka://B1:9092,b2:9092', 't', 'kafka://b1', 't'],
    // What Flink's JDBC connector reports, and what the specification says.
    ['postgres://db:5432', 'shop.t', 'postgresql://DB', 'shop.public.t'],
    ['doris://fe:8030', 'd.t', 'doris://fe:9030', 'd.t'],
    ['s3a://bucket', '/a//b/', 's3://bucket', 'a/b'],
    ['file://', '/a/', 'file', '/a'],
    ['bigquery://', 'p.d.t', 'bigquery', 'p.d.t'],
    ['mariadb://h', 'd.t', 'mysql://h:3306', 'd.t'],
  ])('lets %s %s meet %s %s', (namespace, given, other, otherName) => {
    expect(of(namespace, given)).toBe(of(other, otherName));
  });

  it('keeps apart what may differ', () => {
    expect(of('kafka://b:9093', 't')).not.toBe(of('kafka://b:9092', 't'));
    expect(of('kafka://b', 'T')).not.toBe(of('kafka://b', 't'));
    expect(of('hdfs://a', '/x')).not.toBe(of('hdfs://b', '/x'));
  });

  it('leaves what it does not know', () => {
    const odd = { namespace: 'my warehouse', name: 'T' };
    expect(normalisedName(odd)).toEqual(odd);
    expect(normalisedName({ namespace: '', name: 'a' })).toEqual({
      namespace: '',
      name: 'a',
    });
  });
});

describe('scopedToJob', () => {
  it('gives names without a namespace that of their job', () => {
    const job = { namespace: 'lab/a', name: '100%' };
    expect(scopedToJob({ namespace: '', name: 't' }, job)).toEqual({
      namespace: 'job://lab%2Fa/100%25',
      name: 't',
    });
    expect(scopedToJob({ namespace: 'file', name: 't' }, job).namespace).toBe(
      'file',
    );
  });
});
