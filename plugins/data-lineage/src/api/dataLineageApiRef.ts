import { createApiRef } from '@backstage/frontend-plugin-api';
import { DataLineageApi } from '@datalark/backstage-plugin-data-lineage-common';

/** The client of the data-lineage back end. @public */
export const dataLineageApiRef = createApiRef<DataLineageApi>().with({
  id: 'plugin.data-lineage.client',
  pluginId: 'data-lineage',
});
