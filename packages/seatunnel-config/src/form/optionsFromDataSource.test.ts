import {
  dataSourceTypes,
  optionsFromDataSource,
} from './optionsFromDataSource';

const POSTGRES = {
  type: 'postgresql',
  connection: { host: 'db', port: 5432, database: 'shop' },
  credentials: { username: 'secret:shop-user', password: 'secret:shop-pw' },
};

describe('optionsFromDataSource', () => {
  it('fills a JDBC source, secrets as references', () => {
    expect(
      optionsFromDataSource({ kind: 'source', plugin: 'Jdbc' }, POSTGRES),
    ).toEqual({
      url: 'jdbc:postgresql://db:5432/shop',
      driver: 'org.postgresql.Driver',
      user: '${secret:shop-user}',
      password: '${secret:shop-pw}',
    });
  });

  it('fills CDC, Kafka and Doris in their own words', () => {
    expect(
      optionsFromDataSource(
        { kind: 'source', plugin: 'Postgres-CDC' },
        POSTGRES,
      ),
    ).toMatchObject({ 'base-url': 'jdbc:postgresql://db:5432/shop' });
    expect(
      optionsFromDataSource(
        { kind: 'sink', plugin: 'Kafka' },
        { type: 'kafka', connection: { bootstrapServers: 'k1:9092,k2:9092' } },
      ),
    ).toEqual({ 'bootstrap.servers': 'k1:9092,k2:9092' });
    expect(
      optionsFromDataSource(
        { kind: 'sink', plugin: 'Doris' },
        { type: 'doris', connection: { feNodes: 'fe:8030' } },
      ),
    ).toEqual({ fenodes: 'fe:8030' });
  });

  it('leaves out what the source does not tell', () => {
    expect(
      optionsFromDataSource(
        { kind: 'source', plugin: 'Jdbc' },
        { type: 'postgresql', connection: { host: 'db' } },
      ),
    ).toEqual({ driver: 'org.postgresql.Driver' });
  });

  it('knows which plugins reach which systems', () => {
    expect(dataSourceTypes({ kind: 'source', plugin: 'MySQL-CDC' })).toEqual([
      'mysql',
    ]);
    expect(dataSourceTypes({ kind: 'sink', plugin: 'Console' })).toEqual([]);
    expect(
      optionsFromDataSource({ kind: 'sink', plugin: 'Kafka' }, POSTGRES),
    ).toEqual({});
  });
});
