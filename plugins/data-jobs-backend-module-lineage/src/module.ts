import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { deployGuardsExtensionPoint } from '@datalark/backstage-plugin-data-jobs-node';
import { DataLineageClient } from '@datalark/backstage-plugin-data-lineage-common';
import { LineageGuard } from './LineageGuard';

/**
 * Asks data-lineage before a deployment takes columns away from others.
 *
 * @public
 */
export const dataJobsModuleLineage = createBackendModule({
  pluginId: 'data-jobs',
  moduleId: 'lineage',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        guards: deployGuardsExtensionPoint,
      },
      async init({ auth, discovery, guards }) {
        guards.addGuard(
          new LineageGuard({
            auth,
            lineage: new DataLineageClient({ discoveryApi: discovery }),
          }),
        );
      },
    });
  },
});
