import { createBackendModule } from '@backstage/backend-plugin-api';
import { jobEnginesExtensionPoint } from '@datalark/backstage-plugin-data-jobs-node';
import { zetaEngineFactory } from './zetaEngineFactory';

/**
 * Adds the engine type `seatunnel-zeta` to data-jobs.
 *
 * @public
 */
export const dataJobsModuleSeatunnel = createBackendModule({
  pluginId: 'data-jobs',
  moduleId: 'seatunnel',
  register(env) {
    env.registerInit({
      deps: { engines: jobEnginesExtensionPoint },
      async init({ engines }) {
        engines.addEngineFactory(zetaEngineFactory);
      },
    });
  },
});
