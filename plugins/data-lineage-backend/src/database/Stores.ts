import { Transformation } from '@datalark/openlineage';
import { Knex } from 'knex';
import { Statement } from '../derive/Statement';
import { ColumnStore } from './ColumnStore';
import { ContentStore } from './ContentStore';
import { EdgeStore } from './EdgeStore';
import { EntityLinkStore } from './EntityLinkStore';
import { EventStore } from './EventStore';
import { LifecycleStore } from './LifecycleStore';
import { NameStore } from './NameStore';
import { NodeStore } from './NodeStore';
import { RunStore } from './RunStore';
import { SchemaStore } from './SchemaStore';
import { ScopeStore } from './ScopeStore';
import { SymlinkStore } from './SymlinkStore';

/** One store per aggregate, over one database. */
export type Stores = ReturnType<typeof createStores>;

export function createStores(knex: Knex) {
  const nodes = new NodeStore(knex);
  return {
    knex,
    events: new EventStore(knex),
    nodes,
    names: new NameStore(),
    symlinks: new SymlinkStore(),
    lifecycles: new LifecycleStore(),
    columns: new ColumnStore(knex),
    schemas: new SchemaStore(knex),
    scopes: new ScopeStore(),
    runs: new RunStore(),
    edges: new EdgeStore(),
    statements: new ContentStore<Statement>(knex, 'statements'),
    transformations: new ContentStore<Transformation[]>(
      knex,
      'transformations',
    ),
    links: new EntityLinkStore(knex, nodes),
  };
}
