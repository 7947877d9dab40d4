import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { DataJobsClient } from '@datalark/backstage-plugin-data-jobs-common';
import { dataJobsApiRef } from '../api/dataJobsApiRef';

/** `api:data-jobs/client` */
export const dataJobsApi = ApiBlueprint.make({
  name: 'client',
  params: defineParams =>
    defineParams({
      api: dataJobsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DataJobsClient(deps),
    }),
});
