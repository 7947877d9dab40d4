import { randomBytes } from 'crypto';
import { testEngines, TestEngines } from '@datalark/local-engines';
import knexFactory, { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';

/** Empty databases of every kind that the plugin runs on, for one test file. */
export class Databases {
  readonly #open: Knex[] = [];
  readonly #drops: Array<() => Promise<void>> = [];
  #engines: TestEngines | undefined;

  /** Names for `describe.each`. */
  static readonly kinds = ['SQLite', 'PostgreSQL'] as const;

  async empty(kind: (typeof Databases.kinds)[number]): Promise<Knex> {
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

  async migrated(kind: (typeof Databases.kinds)[number]): Promise<Knex> {
    const knex = await this.empty(kind);
    await applyMigrations(knex);
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
    const database = `data_lineage_${randomBytes(6).toString('hex')}`;
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
