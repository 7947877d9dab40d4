import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { composeJobAction } from './actions/composeJobAction';
import { renderFlinkSqlAction } from './actions/renderFlinkSqlAction';
import { renderSeatunnelAction } from './actions/renderSeatunnelAction';
import { requireValidAction } from './actions/requireValidAction';
import { showLineageAction } from './actions/showLineageAction';
import { waitAction } from './actions/waitAction';
import { writeJobAction } from './actions/writeJobAction';

/**
 * Template actions that render, check, write and wait for data jobs. What
 * changes the portal (`data-jobs:register-job`, …) comes from data-jobs itself.
 *
 * @public
 */
export const scaffolderModuleDataJobs = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'data-jobs',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, config, discovery }) {
        actions.addActions(
          renderFlinkSqlAction({ catalog }),
          renderSeatunnelAction(),
          composeJobAction(),
          showLineageAction({ config }),
          requireValidAction(),
          writeJobAction(),
          waitAction({ auth, discovery }),
        );
      },
    });
  },
});
