import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { entityPresentationApi } from './extensions/apis';
import {
  dataJobCard,
  datasetCard,
  dataSourceCard,
  lineageCard,
  qualityCard,
} from './extensions/entityCards';
import { engineFilter, environmentFilter } from './extensions/filters';

/**
 * Icons, overview cards and index filters of the data kinds in the catalog.
 *
 * @public
 */
export const catalogModuleDataEntities = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    entityPresentationApi,
    dataJobCard,
    dataSourceCard,
    datasetCard,
    lineageCard,
    qualityCard,
    engineFilter,
    environmentFilter,
  ],
});
