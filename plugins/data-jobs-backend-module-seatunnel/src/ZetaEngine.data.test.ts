import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  JobSubmission,
  ObservedJob,
  ResolvedDefinition,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { TestEngines, testEngines } from '@datalark/local-engines';
import { seatunnelJob } from './__testUtils__/jobs';
import { openPostgres, PostgresClient } from './__testUtils__/openPostgres';
import { ZetaEngine } from './ZetaEngine';

jest.setTimeout(120_000);

/** Real rows through a real Zeta between real databases. */
describe('Zeta with PostgreSQL', () => {
  const schema = `zeta_${randomBytes(4).toString('hex')}`;
  const started: string[] = [];
  let engines: TestEngines;
  let shop: PostgresClient;
  let warehouse: PostgresClient;
  let engine: ZetaEngine;

  const call = () => ({ signal: AbortSignal.timeout(30_000) });
  const jdbc = (database: string) => {
    const { host, port } = engines.endpoints.postgres!;
    return `jdbc:postgresql://${host}:${port}/${database}`;
  };
  const login = () => {
    const { user, password } = engines.endpoints.postgres!;
    return { user, password };
  };

  const connectTo = (database: string) => {
    const { host, port } = engines.endpoints.postgres!;
    return openPostgres({ host, port, database, ...login() });
  };

  async function run(
    definition: ResolvedDefinition,
    over: Partial<JobSubmission> = {},
  ): Promise<string> {
    const engineJobId = over.engineJobId ?? engine.allocateJobId();
    started.push(engineJobId);
    await engine.submit(
      { ...definition, jobName: schema, engineJobId, isRetry: false, ...over },
      call(),
    );
    return engineJobId;
  }

  async function until<T>(
    ask: () => Promise<T>,
    wanted: (answer: T) => boolean,
  ): Promise<T> {
    const end = Date.now() + 60_000;
    for (;;) {
      const answer = await ask();
      if (wanted(answer)) return answer;
      if (Date.now() > end) {
        throw new Error(`Still ${JSON.stringify(answer)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  const ended = (id: string) =>
    until(
      () => engine.lookup(id, call()),
      job => job !== undefined && !['deploying', 'running'].includes(job.state),
    ) as Promise<ObservedJob>;

  beforeAll(async () => {
    engines = await testEngines(['seatunnel', 'postgres']);
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
    engine = new ZetaEngine(
      {
        name: 'zeta',
        url: engines.endpoints.seatunnelUrl!,
        restApi: 'auto',
        pollIntervalMs: 500,
        logDirectory: engines.endpoints.logDirs.seatunnel,
      },
      mockServices.logger.mock(),
    );
  });

  afterAll(async () => {
    // Nothing was set up: the reason is told by the tests.
    if (!engine) return;
    for (const id of started) await engine.cancel(id, call());
    for (const id of started) await ended(id);
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
    await engines.stop();
  });

  const reader = () => ({
    plugin_name: 'Jdbc',
    url: jdbc('shop'),
    driver: 'org.postgresql.Driver',
    ...login(),
    query: `SELECT id, total, note FROM ${schema}.orders`,
  });

  it('copies the rows of a table and counts them', async () => {
    const id = await run(
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
    expect(await ended(id)).toMatchObject({
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
      (await engine.validate(cdc, call())).filter(p => p.severity === 'error'),
    ).toEqual([]);
    const id = await run(cdc);
    const read = async () => (await engine.lookup(id, call()))?.records?.read;
    await until(read, count => count === 200);
    await shop.query(
      `INSERT INTO ${schema}.orders VALUES (1001, 1, 'while it runs')`,
    );
    await until(read, count => count === 201);

    const request = { engineJobId: id, requestId: '0'.repeat(32) };
    await engine.stopWithSavepoint(request, call());
    await until(
      () => engine.requestProgress(request, call()),
      progress => progress.state === 'completed',
    );
    expect(await ended(id)).toMatchObject({ state: 'suspended' });
    const [snapshot] = await engine.snapshots(id, call());
    expect(snapshot).toMatchObject({ kind: 'savepoint', location: id });

    await shop.query(
      `INSERT INTO ${schema}.orders VALUES (1002, 1, 'while it is suspended')`,
    );
    const restore = { location: snapshot.location, engineJobId: id };
    expect(engine.allocateJobId(restore)).toBe(id);
    await run(cdc, { engineJobId: id, restore });
    const log = await until(
      async () =>
        (
          await engine.log(id, { ...call(), maxBytes: 2_000_000 })
        ).text,
      text => text.includes('while it is suspended'),
    );
    // The first rows came once: the snapshot was not read again.
    expect(log.match(/, order 7\b/g)).toHaveLength(1);
  });

  it('says what the log of the server says when SeaTunnel hides the cause', async () => {
    const refused = await run(
      seatunnelJob({
        source: [{ ...reader(), url: 'jdbc:postgresql://127.0.0.1:1/shop' }],
        sink: [{ plugin_name: 'Console' }],
      }),
    ).catch(error => error);
    started.pop();
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
    const refused = await run(
      seatunnelJob({ source: [rest], sink: [{ plugin_name: 'Console' }] }),
    ).catch(error => error);
    started.pop();
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
