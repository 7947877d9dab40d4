import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { DataLineageClient } from '@datalark/backstage-plugin-data-lineage-common';
import { changePreviewApiRef } from '@datalark/backstage-plugin-data-lineage-react';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { ChangePreviewPanel } from '../components/ChangePreviewPanel';

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

/** `api:data-lineage/change-preview` */
export const changePreviewApi = ApiBlueprint.make({
  name: 'change-preview',
  params: defineParams =>
    defineParams({
      api: changePreviewApiRef,
      deps: {},
      factory: () => ({ Panel: ChangePreviewPanel }),
    }),
});
