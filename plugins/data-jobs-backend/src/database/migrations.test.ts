import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { describeMigrations } from '@datalark/backend-test-kit';
import { Databases } from '../__testUtils__/Databases';

jest.setTimeout(180_000);

describeMigrations({
  databases: () => new Databases(),
  directory: resolvePackagePath(
    '@datalark/backstage-plugin-data-jobs-backend',
    'migrations',
  ),
  tables: [
    'jobs',
    'job_versions',
    'deployments',
    'runs',
    'operations',
    'snapshots',
    'engines',
    'jars',
    'leases',
    'schedules',
    'schedule_firings',
    'unmanaged_jobs',
    'job_metrics',
    'job_exceptions',
    'bulk_operations',
    'job_alerts',
    'job_notices',
  ],
});
