import { createApiRef } from '@backstage/frontend-plugin-api';
import { DataJobsApi } from '@datalark/backstage-plugin-data-jobs-common';

/** The client of the data-jobs back end. @public */
export const dataJobsApiRef = createApiRef<DataJobsApi>().with({
  id: 'plugin.data-jobs.client',
  pluginId: 'data-jobs',
});
