import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { PortalJobsClient } from './PortalJobsClient';
import { PortalJobsEntityProvider } from './PortalJobsEntityProvider';

/**
 * Brings the jobs that are made in the portal into the catalog.
 *
 * @public
 */
export const catalogModuleDataJobs = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'data-jobs',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, scheduler, ...deps }) {
        const key = 'catalog.providers.dataJobs.schedule';
        const schedule = config.has(key)
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig(key),
            )
          : {
              frequency: { minutes: 5 },
              timeout: { minutes: 2 },
              // data-jobs starts beside the catalog.
              initialDelay: { seconds: 15 },
            };
        catalog.addEntityProvider(
          new PortalJobsEntityProvider({
            ...deps,
            client: new PortalJobsClient(deps),
            runner: scheduler.createScheduledTaskRunner(schedule),
          }),
        );
      },
    });
  },
});
