import { Knex } from 'knex';
import { BulkStore } from './BulkStore';
import { AlertStore } from './AlertStore';
import { DeploymentStore } from './DeploymentStore';
import { EngineStore } from './EngineStore';
import { ExceptionStore } from './ExceptionStore';
import { JarStore } from './JarStore';
import { JobListing } from './JobListing';
import { JobStore } from './JobStore';
import { LeaseStore } from './LeaseStore';
import { MetricStore } from './MetricStore';
import { NoticeStore } from './NoticeStore';
import { OperationStore } from './OperationStore';
import { RunStore } from './RunStore';
import { ScheduleStore } from './ScheduleStore';
import { UnmanagedStore } from './UnmanagedStore';
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
    bulk: new BulkStore(knex),
    snapshots: new SnapshotStore(knex),
    engines: new EngineStore(knex),
    jars: new JarStore(knex),
    leases: new LeaseStore(knex),
    metrics: new MetricStore(knex),
    exceptions: new ExceptionStore(knex),
    schedules: new ScheduleStore(knex),
    unmanaged: new UnmanagedStore(knex),
    alerts: new AlertStore(knex),
    notices: new NoticeStore(knex),
    knex,
  };
}
