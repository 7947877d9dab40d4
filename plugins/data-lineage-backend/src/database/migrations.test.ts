import { readdirSync } from 'fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Databases } from '../__testUtils__/Databases';

jest.setTimeout(180_000);

const directory = resolvePackagePath(
  '@datalark/backstage-plugin-data-lineage-backend',
  'migrations',
);

const TABLES = [
  'events',
  'pending_events',
  'locks',
  'nodes',
  'symlinks',
  'aliases',
  'columns',
  'schemas',
  'scopes',
  'statements',
  'runs',
  'transformations',
  'edges',
  'column_edges',
  'influences',
  'entity_links',
  'source_links',
];

const existing = async (knex: Knex) =>
  (
    await Promise.all(
      TABLES.map(async name =>
        (await knex.schema.hasTable(name)) ? [name] : [],
      ),
    )
  ).flat();

describe.each(Databases.kinds)('migrations on %s', kind => {
  const databases = new Databases();
  afterAll(async () => databases.close());

  it('step up, down, and up again', async () => {
    const knex = await databases.empty(kind);
    const steps = readdirSync(directory).filter(name => name.endsWith('.js'));
    for (const round of [1, 2]) {
      for (const _step of steps) await knex.migrate.up({ directory });
      expect({ round, tables: await existing(knex) }).toEqual({
        round,
        tables: TABLES,
      });
      for (const _step of steps) await knex.migrate.down({ directory });
      expect(await existing(knex)).toEqual([]);
    }
  });
});
