import { SubmissionRefusedError } from '@datalark/backstage-plugin-data-jobs-node';
import { seatunnelJob } from './__testUtils__/jobs';
import { openPostgres, PostgresClient } from './__testUtils__/openPostgres';
import { RealZeta } from './__testUtils__/RealZeta';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

/** Real rows through a real Zeta between real databases. */
describe('Zeta with PostgreSQL', () => {
  let zeta: RealZeta;
  let schema: string;
  let shop: PostgresClient;
  let warehouse: PostgresClient;

  const jdbc = (database: string) => {
    const { host, port } = zeta.engines.endpoints.postgres!;
    return `jdbc:postgresql://${host}:${port}/${database}`;
  };
  const login = () => {
    const { user, password } = zeta.engines.endpoints.postgres!;
    return { user, password };
  };

  const connectTo = (database: string) => {
    const { host, port } = zeta.engines.endpoints.postgres!;
    return openPostgres({ host, port, database, ...login() });
  };

  beforeAll(async () => {
    zeta = await RealZeta.start('postgres');
    schema = zeta.name;
    shop = await connectTo('shop');
    warehouse = await connectTo('warehouse');
    for (const client of [shop, warehouse]) {
      await client.query(`CREATE SCHEMA ${schema}`);
      await client.query(
        `CREATE TABLE ${schema}.orders (id int PRIMARY KEY, total numeric(10,2), note text)`,
      );
    }
    await shop.query(
      `INSERT INTO ${schema}.orders SELECT i, i * 1.5, 'order ' || i FROM generate_series(1, 200) i`,
    );
  });

  afterAll(async () => {
    // Nothing was set up: the reason is told by the tests.
    if (!warehouse) return;
    await zeta.stop();
    const slots = await shop.query(
      'SELECT slot_name FROM pg_replication_slots WHERE slot_name LIKE $1 AND NOT active',
      [`${schema}%`],
    );
    for (const { slot_name: slot } of slots.rows) {
      await shop.query('SELECT pg_drop_replication_slot($1)', [slot]);
    }
    for (const client of [shop, warehouse]) {
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    }
  });

  const reader = () => ({
    plugin_name: 'Jdbc',
    url: jdbc('shop'),
    driver: 'org.postgresql.Driver',
    ...login(),
    query: `SELECT id, total, note FROM ${schema}.orders`,
  });

  it('copies the rows of a table and counts them', async () => {
    const id = await zeta.run(
      seatunnelJob({
        source: [reader()],
        sink: [
          {
            plugin_name: 'Jdbc',
            url: jdbc('warehouse'),
            driver: 'org.postgresql.Driver',
            ...login(),
            query: `INSERT INTO ${schema}.orders (id, total, note) VALUES (?, ?, ?)`,
          },
        ],
      }),
    );
    expect(await zeta.ended(id)).toMatchObject({
      state: 'finished',
      records: { read: 200, written: 200 },
    });
    const { rows } = await warehouse.query(
      `SELECT count(*)::int AS n, sum(total)::text AS sum, min(note) AS note FROM ${schema}.orders`,
    );
    expect(rows).toEqual([{ n: 200, sum: '30150.00', note: 'order 1' }]);
  });

  it('follows changes, and takes them up where a savepoint was', async () => {
    const cdc = seatunnelJob(
      {
        env: { 'checkpoint.interval': 2000 },
        source: [
          {
            plugin_name: 'Postgres-CDC',
            plugin_output: 'changes',
            'base-url': jdbc('shop'),
            username: login().user,
            password: login().password,
            'database-names': ['shop'],
            'schema-names': [schema],
            'table-names': [`shop.${schema}.orders`],
            'slot.name': `${schema}_slot`,
            'decoding.plugin.name': 'pgoutput',
          },
        ],
        sink: [{ plugin_name: 'Console', plugin_input: 'changes' }],
      },
      'streaming',
    );
    expect(
      (await zeta.engine.validate(cdc, zeta.call())).filter(
        p => p.severity === 'error',
      ),
    ).toEqual([]);
    const id = await zeta.run(cdc);
    const read = () => zeta.read(id);
    await until(read, count => count === 200);
    await shop.query(
      `INSERT INTO ${schema}.orders VALUES (1001, 1, 'while it runs')`,
    );
    await until(read, count => count === 201);

    const restored = await zeta.suspend(id);
    expect(await zeta.ended(id)).toMatchObject({ state: 'suspended' });
    const [snapshot] = await zeta.engine.snapshots(id, zeta.call());
    expect(snapshot).toMatchObject({ kind: 'savepoint', location: id });

    await shop.query(
      `INSERT INTO ${schema}.orders VALUES (1002, 1, 'while it is suspended')`,
    );
    expect(zeta.engine.allocateJobId(restored.restore)).toBe(id);
    await zeta.run(cdc, restored);
    const log = await until(
      async () =>
        (
          await zeta.engine.log(id, { ...zeta.call(), maxBytes: 2_000_000 })
        ).text,
      text => text.includes('while it is suspended'),
    );
    // The first rows came once: the snapshot was not read again.
    expect(log.match(/, order 7\b/g)).toHaveLength(1);
  });

  it('says what the log of the server says when SeaTunnel hides the cause', async () => {
    const refused = await zeta
      .run(
        seatunnelJob({
          source: [{ ...reader(), url: 'jdbc:postgresql://127.0.0.1:1/shop' }],
          sink: [{ plugin_name: 'Console' }],
        }),
      )
      .catch(error => error);
    expect(refused).toBeInstanceOf(SubmissionRefusedError);
    expect(refused.problems.at(-1)).toMatchObject({
      severity: 'error',
      field: 'source.Jdbc',
      message: expect.stringMatching(
        /Unable to create a source.*does not tell the cause; its server log says: .*refused/s,
      ),
    });
  });

  it('names the option that is missing before SeaTunnel is asked', async () => {
    const { driver, ...rest } = reader();
    const refused = await zeta
      .run(seatunnelJob({ source: [rest], sink: [{ plugin_name: 'Console' }] }))
      .catch(error => error);
    expect(refused.problems).toEqual([
      {
        severity: 'error',
        message: 'driver is missing.',
        remedy: 'Add driver to source[0].Jdbc.',
        field: 'source[0].Jdbc.driver',
      },
    ]);
  });
});
