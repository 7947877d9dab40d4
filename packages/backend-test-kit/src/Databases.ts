import { randomBytes } from 'node:crypto';
import { testEngines, TestEngines } from '@datalark/local-engines';
import knexFactory, { Knex } from 'knex';

/**
 * What our plugins run on.
 *
 * @public
 */
export type DatabaseKind = 'SQLite' | 'PostgreSQL';

/**
 * Databases of every kind that a plugin runs on, for one test file. PostgreSQL
 * is the one that `BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING` names,
 * else one of our own on this machine.
 *
 * @public
 */
export class Databases {
  readonly #open: Knex[] = [];
  readonly #drops: Array<() => Promise<void>> = [];
  #engines: TestEngines | undefined;

  /** Names for `describe.each`. */
  static readonly kinds: readonly DatabaseKind[] = ['SQLite', 'PostgreSQL'];

  constructor(
    private readonly options: {
      /** What names of databases on a server begin with. */
      prefix: string;
      /** Brings the tables up to date. */
      migrate: (knex: Knex) => Promise<void>;
    },
  ) {}

  async empty(kind: DatabaseKind): Promise<Knex> {
    const knex =
      kind === 'SQLite'
        ? knexFactory({
            client: 'better-sqlite3',
            connection: ':memory:',
            useNullAsDefault: true,
          })
        : await this.#postgres();
    this.#open.push(knex);
    return knex;
  }

  async migrated(kind: DatabaseKind): Promise<Knex> {
    const knex = await this.empty(kind);
    await this.options.migrate(knex);
    return knex;
  }

  /** More connections to a PostgreSQL database, as another replica has them. */
  async another(knex: Knex): Promise<Knex> {
    const { client, connection } = knex.client.config;
    const other = knexFactory({ client, connection });
    this.#open.push(other);
    return other;
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map(knex => knex.destroy()));
    for (const drop of this.#drops) await drop();
    await this.#engines?.stop();
  }

  async #postgres(): Promise<Knex> {
    const server = await this.#server();
    const database = `${this.options.prefix}_${randomBytes(6).toString('hex')}`;
    const admin = knexFactory({ client: 'pg', connection: server });
    await admin.raw('create database ??', [database]);
    this.#drops.push(async () => {
      await admin.raw('drop database if exists ?? with (force)', [database]);
      await admin.destroy();
    });
    return knexFactory({ client: 'pg', connection: { ...server, database } });
  }

  async #server(): Promise<any> {
    const named =
      process.env.BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING;
    if (named) {
      const { hostname, port, username, password, pathname } = new URL(named);
      return {
        host: hostname,
        port: Number(port || 5432),
        user: decodeURIComponent(username),
        password: decodeURIComponent(password),
        database: pathname.slice(1) || 'postgres',
      };
    }
    this.#engines ??= await testEngines(['postgres']);
    const { host, port, user, password, databases } =
      this.#engines.endpoints.postgres!;
    return { host, port, user, password, database: databases[0] };
  }
}
