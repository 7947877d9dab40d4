import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { DataJobsClient } from '@datalark/backstage-plugin-data-jobs-common';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import {
  createPipelineRouteRef,
  enginesRouteRef,
  jobsRouteRef,
  jobTabRouteRef,
} from '../routes';

/**
 * Data jobs for an app on the old front-end system: its API and its routes.
 *
 * @public
 */
export const dataJobsPlugin = createPlugin({
  id: 'data-jobs',
  apis: [
    createApiFactory({
      api: dataJobsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DataJobsClient(deps),
    }),
  ],
  routes: {
    jobs: convertLegacyRouteRef(jobsRouteRef),
    engines: convertLegacyRouteRef(enginesRouteRef),
    jobTab: convertLegacyRouteRef(jobTabRouteRef),
  },
  externalRoutes: {
    createPipeline: convertLegacyRouteRef(createPipelineRouteRef),
  },
});
