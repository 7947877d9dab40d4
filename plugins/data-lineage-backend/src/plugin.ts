import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { dataLineagePermissions } from '@datalark/backstage-plugin-data-lineage-common';
import { registerActions } from './actions/registerActions';
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
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const knex = await deps.database.getClient();
        if (!deps.database.migrations?.skip) await applyMigrations(knex);
        deps.permissionsRegistry.addPermissions([...dataLineagePermissions]);

        const lineage = new Lineage({ ...deps, knex });
        deps.httpRouter.use(createRouter({ ...lineage.services, ...deps }));
        registerActions(deps.actionsRegistry, lineage.services);
        await lineage.schedule();
        deps.lifecycle.addStartupHook(() => lineage.start());
        deps.lifecycle.addShutdownHook(() => lineage.stop());
      },
    });
  },
});
