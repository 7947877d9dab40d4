import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { DataLineageClient } from '@datalark/backstage-plugin-data-lineage-common';
import { dataLineageApiRef } from '../api/dataLineageApiRef';

/** `api:data-lineage/client` */
export const dataLineageApi = ApiBlueprint.make({
  name: 'client',
  params: defineParams =>
    defineParams({
      api: dataLineageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DataLineageClient(deps),
    }),
});
