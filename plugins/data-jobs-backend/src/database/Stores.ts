import { Knex } from 'knex';
import { DeploymentStore } from './DeploymentStore';
import { EngineStore } from './EngineStore';
import { JarStore } from './JarStore';
import { JobListing } from './JobListing';
import { JobStore } from './JobStore';
import { LeaseStore } from './LeaseStore';
import { OperationStore } from './OperationStore';
import { RunStore } from './RunStore';
import { SnapshotStore } from './SnapshotStore';

/** One store per aggregate, over one database. */
export type Stores = ReturnType<typeof createStores>;

export function createStores(knex: Knex) {
  return {
    jobs: new JobStore(knex),
    listing: new JobListing(knex),
    deployments: new DeploymentStore(knex),
    runs: new RunStore(knex),
    operations: new OperationStore(knex),
    snapshots: new SnapshotStore(knex),
    engines: new EngineStore(knex),
    jars: new JarStore(knex),
    leases: new LeaseStore(knex),
    knex,
  };
}
