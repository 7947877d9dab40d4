import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { dataJobsPermissions } from '@datalark/backstage-plugin-data-jobs-common';
import {
  DeployGuard,
  deployGuardsExtensionPoint,
  JobEngineFactory,
  jobEnginesExtensionPoint,
  RunListener,
  runListenersExtensionPoint,
} from '@datalark/backstage-plugin-data-jobs-node';
import { registerActions } from './actions/registerActions';
import { ControlPlane } from './ControlPlane';
import { applyMigrations } from './database/applyMigrations';
import { createRouter } from './router/createRouter';

/**
 * The control plane of data jobs: defines, deploys, operates and observes them
 * on the engines under `dataJobs.engines`.
 *
 * @public
 */
export const dataJobsPlugin = createBackendPlugin({
  pluginId: 'data-jobs',
  register(env) {
    const factories = new Map<string, JobEngineFactory>();
    env.registerExtensionPoint({
      extensionPoint: jobEnginesExtensionPoint,
      factory: context => ({
        addEngineFactory(factory) {
          if (factories.has(factory.type)) {
            context.reportModuleStartupFailure({
              error: new Error(
                `Engines of type ${factory.type} are brought by two modules.`,
              ),
            });
            return;
          }
          factories.set(factory.type, factory);
        },
      }),
    });

    const guards: DeployGuard[] = [];
    env.registerExtensionPoint(deployGuardsExtensionPoint, {
      addGuard: guard => guards.push(guard),
    });

    const runListeners: RunListener[] = [];
    env.registerExtensionPoint(runListenersExtensionPoint, {
      addRunListener: listener => runListeners.push(listener),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const knex = await deps.database.getClient();
        if (!deps.database.migrations?.skip) await applyMigrations(knex);
        deps.permissionsRegistry.addPermissions([...dataJobsPermissions]);

        const controlPlane = new ControlPlane({
          ...deps,
          knex,
          factories: [...factories.values()],
          guards,
          runListeners,
        });
        const { services } = controlPlane;
        deps.httpRouter.use(createRouter({ ...services, ...deps }));
        registerActions(deps.actionsRegistry, services);
        deps.lifecycle.addStartupHook(() => controlPlane.start());
        deps.lifecycle.addShutdownHook(() => controlPlane.stop());
      },
    });
  },
});
