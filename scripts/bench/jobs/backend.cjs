// The portal that is measured: what jobs need of packages/backend, so that nothing else disturbs the figures.
const { createRequire } = require('node:module');
const { resolve } = require('node:path');

const portal = createRequire(resolve(__dirname, '../../../packages/backend/package.json'));
const { createBackend } = portal('@backstage/backend-defaults');

const backend = createBackend();
for (const name of [
  '@backstage/plugin-app-backend',
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-auth-backend-module-guest-provider',
  '@backstage/plugin-permission-backend',
  '@backstage/plugin-permission-backend-module-allow-all-policy',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-events-backend',
  '@backstage/plugin-signals-backend',
  '@datalark/backstage-plugin-catalog-backend-module-data-entities',
  '@datalark/backstage-plugin-catalog-backend-module-data-jobs',
  '@datalark/backstage-plugin-data-jobs-backend',
  '@datalark/backstage-plugin-data-jobs-backend-module-flink',
  '@datalark/backstage-plugin-data-jobs-backend-module-seatunnel',
]) {
  backend.add(portal(name));
}
backend.start();
