import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { dataLineagePermissions } from '@datalark/backstage-plugin-data-lineage-common';
import { applyMigrations } from './database/applyMigrations';
import { Lineage } from './Lineage';
import { createRouter } from './router/createRouter';

/**
 * What flows where: takes OpenLineage events, keeps them, and answers from the
 * graph that follows from them.
 *
 * @public
 */
export const dataLineagePlugin = createBackendPlugin({
  pluginId: 'data-lineage',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const knex = await deps.database.getClient();
        if (!deps.database.migrations?.skip) await applyMigrations(knex);
        deps.permissionsRegistry.addPermissions([...dataLineagePermissions]);

        const lineage = new Lineage({ ...deps, knex });
        deps.httpRouter.use(createRouter({ ...lineage.services, ...deps }));
        deps.lifecycle.addStartupHook(() => lineage.start());
        deps.lifecycle.addShutdownHook(() => lineage.stop());
      },
    });
  },
});
