import {
  BulkRequest,
  JobQuery,
} from '@datalark/backstage-plugin-data-jobs-common';

/** Keys of everything that is cached; all about one job begins with `['job', ref]`. */
export const queryKeys = {
  allJobs: () => ['jobs'] as const,
  jobs: (query: JobQuery) => ['jobs', query] as const,
  everyJob: () => ['job'] as const,
  job: (entityRef: string) => ['job', entityRef] as const,
  ofDeployment: (entityRef: string, environment: string, what: string) =>
    ['job', entityRef, environment, what] as const,
  yaml: (entityRef: string) => ['job', entityRef, 'yaml'] as const,
  surroundings: (entityRef: string) =>
    ['job', entityRef, 'surroundings'] as const,
  versions: (entityRef: string, latest: number) =>
    ['job', entityRef, 'versions', latest] as const,
  operation: (id: string) => ['operation', id] as const,
  engines: () => ['engines'] as const,
  unmanaged: () => ['engines', 'unmanaged'] as const,
  schedulePreview: (cron: string, timezone: string) =>
    ['schedule-preview', cron, timezone] as const,
  facets: () => ['facets'] as const,
  bulk: (id: string) => ['bulk', id] as const,
  bulkPreview: (request: BulkRequest) => ['bulk-preview', request] as const,
  verbPermissions: (entityRef: string) =>
    ['verb-permissions', entityRef] as const,
};
