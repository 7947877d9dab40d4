import { TestMariaDb, testMariaDb } from '@datalark/local-engines';
import { Connection, createConnection } from 'mysql2/promise';
import { filledIn } from './__testUtils__/filledIn';
import { seatunnelJob } from './__testUtils__/jobs';
import { openPostgres, PostgresClient } from './__testUtils__/openPostgres';
import { RealZeta } from './__testUtils__/RealZeta';
import { until } from './__testUtils__/until';

jest.setTimeout(180_000);

/** Real changes out of a MySQL-compatible server, through a real Zeta. */
describe('Zeta with MySQL', () => {
  let zeta: RealZeta;
  let mariaDb: TestMariaDb;
  let shop: Connection;
  let warehouse: PostgresClient;

  beforeAll(async () => {
    zeta = await RealZeta.start('postgres');
    mariaDb = await testMariaDb();
    const { stop: _, ...login } = mariaDb;
    shop = await createConnection(login);
    await shop.query('CREATE DATABASE shop');
    await shop.query('USE shop');
    await shop.query(
      'CREATE TABLE orders (id int PRIMARY KEY, total decimal(10, 2), note varchar(100))',
    );
    await shop.query(
      `INSERT INTO orders SELECT seq, seq * 1.5, concat('order ', seq) FROM seq_1_to_200`,
    );
    warehouse = await openPostgres({
      ...zeta.engines.endpoints.postgres!,
      database: 'warehouse',
    });
    await warehouse.query(`CREATE SCHEMA ${zeta.name}`);
  });

  afterAll(async () => {
    await zeta?.stop();
    await warehouse?.query(`DROP SCHEMA ${zeta.name} CASCADE`);
    await warehouse?.end();
    await shop?.end();
    await mariaDb?.stop();
  });

  const sink = () => {
    const { host, port, user, password } = zeta.engines.endpoints.postgres!;
    return {
      plugin_name: 'Jdbc',
      plugin_input: 'rows',
      url: `jdbc:postgresql://${host}:${port}/warehouse`,
      driver: 'org.postgresql.Driver',
      user,
      password,
      generate_sink_sql: true,
      database: 'warehouse',
      primary_keys: ['id'],
    };
  };

  const address = () => `jdbc:mysql://${mariaDb.host}:${mariaDb.port}/shop`;

  const rows = async (table: string, where = 'true') =>
    (
      await warehouse.query(
        `SELECT id, total::text, note FROM ${zeta.name}.${table} WHERE ${where} ORDER BY id`,
      )
    ).rows;

  it('copies a table with JDBC', async () => {
    const id = await zeta.run(
      filledIn(
        seatunnelJob({
          source: [
            {
              plugin_name: 'Jdbc',
              plugin_output: 'rows',
              url: address(),
              driver: 'com.mysql.cj.jdbc.Driver',
              user: mariaDb.user,
              password: mariaDb.password,
              query: 'SELECT id, total, note FROM shop.orders',
            },
          ],
          sink: [{ ...sink(), table: `${zeta.name}.copied` }],
        }),
      ),
    );
    expect(await zeta.ended(id)).toMatchObject({
      state: 'finished',
      records: { read: 200, written: 200 },
    });
    expect(await rows('copied', 'id = 7')).toEqual([
      { id: 7, total: '10.50', note: 'order 7' },
    ]);
  });

  it('follows inserts, updates and deletes, and takes them up where a savepoint was', async () => {
    const job = filledIn(
      seatunnelJob(
        {
          env: { 'checkpoint.interval': 2000 },
          source: [
            {
              plugin_name: 'MySQL-CDC',
              plugin_output: 'rows',
              'base-url': address(),
              username: mariaDb.user,
              password: mariaDb.password,
              'database-names': ['shop'],
              'table-names': ['shop.orders'],
              'server-id': '5400-5410',
            },
          ],
          sink: [{ ...sink(), table: `${zeta.name}.followed` }],
        },
        'streaming',
      ),
    );
    const id = await zeta.run(job);
    await until(
      () => zeta.read(id),
      count => count === 200,
    );
    await shop.query(`UPDATE orders SET note = 'changed' WHERE id = 1`);
    await shop.query('DELETE FROM orders WHERE id = 2');
    await shop.query(`INSERT INTO orders VALUES (1001, 1, 'while it runs')`);
    await until(
      () => rows('followed', 'id < 3 OR id > 1000'),
      found => found.length === 2,
    );
    const restored = await zeta.suspend(id);
    await shop.query(`UPDATE orders SET total = 9.99 WHERE id = 1`);
    await shop.query(`INSERT INTO orders VALUES (1002, 1, 'suspended')`);
    await zeta.run(job, restored);
    await until(
      () => rows('followed', 'id = 1002'),
      found => found.length === 1,
    );
    const [expected] = await shop.query('SELECT * FROM orders ORDER BY id');
    expect(await rows('followed')).toEqual(expected);
    expect(await rows('followed', 'id < 3 OR id > 1000')).toEqual([
      { id: 1, total: '9.99', note: 'changed' },
      { id: 1001, total: '1.00', note: 'while it runs' },
      { id: 1002, total: '1.00', note: 'suspended' },
    ]);
  });
});
