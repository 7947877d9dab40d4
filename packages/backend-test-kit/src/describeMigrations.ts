import { readdirSync } from 'node:fs';
import { Knex } from 'knex';
import { Databases } from './Databases';

/**
 * The Jest cases of a plugin's migrations: all of them up, down and up again
 * on every kind of database.
 *
 * @public
 */
export function describeMigrations(options: {
  /** The folder of the migrations. */
  directory: string;
  /** Every table there is after all steps. */
  tables: string[];
  databases: () => Databases;
}) {
  const { directory, tables } = options;
  const existing = async (knex: Knex) =>
    (
      await Promise.all(
        tables.map(async name =>
          (await knex.schema.hasTable(name)) ? [name] : [],
        ),
      )
    ).flat();

  describe.each(Databases.kinds)('migrations on %s', kind => {
    const databases = options.databases();
    afterAll(async () => databases.close());

    it('step up, down, and up again', async () => {
      const knex = await databases.empty(kind);
      const steps = readdirSync(directory).filter(name => name.endsWith('.js'));
      for (const round of [1, 2]) {
        for (const _step of steps) await knex.migrate.up({ directory });
        expect({ round, tables: await existing(knex) }).toEqual({
          round,
          tables,
        });
        for (const _step of steps) await knex.migrate.down({ directory });
        expect(await existing(knex)).toEqual([]);
      }
    });
  });
}
