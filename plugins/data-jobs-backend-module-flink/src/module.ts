import { createBackendModule } from '@backstage/backend-plugin-api';
import { jobEnginesExtensionPoint } from '@datalark/backstage-plugin-data-jobs-node';
import { flinkSessionEngineFactory } from './flinkSessionEngineFactory';

/** Adds the engine type `flink-session` to data-jobs. @public */
export const dataJobsModuleFlink = createBackendModule({
  pluginId: 'data-jobs',
  moduleId: 'flink',
  register(reg) {
    reg.registerInit({
      deps: { engines: jobEnginesExtensionPoint },
      async init({ engines }) {
        engines.addEngineFactory(flinkSessionEngineFactory);
      },
    });
  },
});
