import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { dataEntityModelLayers } from '@datalark/backstage-plugin-data-entities-common/alpha';
import { DataEntitiesProcessor } from './DataEntitiesProcessor';

/**
 * Adds the kinds DataJob, DataSource, Dataset, Lineage and Quality to the catalog.
 * With `catalog.dataEntities.modelLayers: true` they are added as layers of the catalog model.
 *
 * @public
 */
export const catalogModuleDataEntities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'data-entities',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        processing: catalogProcessingExtensionPoint,
        model: catalogModelExtensionPoint,
      },
      async init({ config, processing, model }) {
        const besideModelLayers =
          config.getOptionalBoolean('catalog.dataEntities.modelLayers') ??
          false;
        if (besideModelLayers) {
          model.addModelSource(
            CatalogModelSources.static(dataEntityModelLayers),
          );
        }
        processing.addProcessor(
          new DataEntitiesProcessor({ besideModelLayers }),
        );
      },
    });
  },
});
