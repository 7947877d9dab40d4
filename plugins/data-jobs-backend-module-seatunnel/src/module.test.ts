import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  JobEngineFactory,
  jobEnginesExtensionPoint,
} from '@datalark/backstage-plugin-data-jobs-node';
import module from './index';

it('registers the engine type with data-jobs', async () => {
  const factories: JobEngineFactory[] = [];
  const dataJobs = createBackendPlugin({
    pluginId: 'data-jobs',
    register(env) {
      env.registerExtensionPoint(jobEnginesExtensionPoint, {
        addEngineFactory: factory => factories.push(factory),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({ features: [dataJobs, module] });
  await backend.stop();
  expect(factories.map(factory => factory.type)).toEqual(['seatunnel-zeta']);
});
