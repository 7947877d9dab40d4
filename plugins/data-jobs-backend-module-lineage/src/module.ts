import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  deployGuardsExtensionPoint,
  runListenersExtensionPoint,
} from '@datalark/backstage-plugin-data-jobs-node';
import { DataLineageClient } from '@datalark/backstage-plugin-data-lineage-common';
import { LineageGuard } from './LineageGuard';
import { LineageRunReporter } from './LineageRunReporter';

/**
 * Asks data-lineage before a deployment takes columns away from others, and tells
 * it how runs are.
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
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        guards: deployGuardsExtensionPoint,
        logger: coreServices.logger,
        runListeners: runListenersExtensionPoint,
      },
      async init({ auth, config, discovery, guards, logger, runListeners }) {
        const lineage = new DataLineageClient({ discoveryApi: discovery });
        guards.addGuard(new LineageGuard({ auth, lineage }));
        runListeners.addRunListener(
          new LineageRunReporter({
            auth,
            logger,
            lineage,
            jobNamespace: config.getOptionalString('dataLineage.jobNamespace'),
          }),
        );
      },
    });
  },
});
