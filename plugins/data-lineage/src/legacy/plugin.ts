import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { DataLineageClient } from '@datalark/backstage-plugin-data-lineage-common';
import { changePreviewApiRef } from '@datalark/backstage-plugin-data-lineage-react';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { ChangePreviewPanel } from '../components/ChangePreviewPanel';
import { lineageRouteRef, lineageTabRouteRef } from '../routes';

/**
 * Lineage for an app on the old front-end system: its API and its routes.
 *
 * @public
 */
export const dataLineagePlugin = createPlugin({
  id: 'data-lineage',
  apis: [
    createApiFactory({
      api: dataLineageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DataLineageClient(deps),
    }),
    createApiFactory({
      api: changePreviewApiRef,
      deps: {},
      factory: () => ({ Panel: ChangePreviewPanel }),
    }),
  ],
  routes: {
    lineage: convertLegacyRouteRef(lineageRouteRef),
    lineageTab: convertLegacyRouteRef(lineageTabRouteRef),
  },
});
