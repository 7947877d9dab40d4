import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { describeMigrations } from '@datalark/backend-test-kit';
import { Databases } from '../__testUtils__/Databases';

jest.setTimeout(180_000);

describeMigrations({
  databases: () => new Databases(),
  directory: resolvePackagePath(
    '@datalark/backstage-plugin-data-lineage-backend',
    'migrations',
  ),
  tables: [
    'events',
    'pending_events',
    'locks',
    'nodes',
    'symlinks',
    'symlink_facets',
    'drops',
    'renames',
    'lives',
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
  ],
});
