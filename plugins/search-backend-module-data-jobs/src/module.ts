import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { DataJobsCollatorFactory } from './DataJobsCollatorFactory';

const SCHEDULE = 'search.collators.dataJobs.schedule';

/**
 * Adds data jobs to the search.
 *
 * @public
 */
export const searchModuleDataJobs = createBackendModule({
  pluginId: 'search',
  moduleId: 'data-jobs',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, indexRegistry, scheduler }) {
        const schedule = config.has(SCHEDULE)
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig(SCHEDULE),
            )
          : {
              frequency: { minutes: 5 },
              timeout: { minutes: 5 },
              // The catalog needs a moment to read its first entities.
              initialDelay: { seconds: 20 },
            };
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new DataJobsCollatorFactory({ auth, catalog }),
        });
      },
    });
  },
});
