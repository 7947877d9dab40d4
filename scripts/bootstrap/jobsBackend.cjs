// The part of packages/backend that jobs need, so that nothing else disturbs what is measured or broken on purpose.
const { createRequire } = require('node:module');
const { resolve } = require('node:path');

const portal = createRequire(resolve(__dirname, '../../packages/backend/package.json'));

const PLUGINS = [
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
];

/** A back end with these plugins and `more`; it is not started. */
function jobsBackend(more = []) {
  const { createBackend } = portal('@backstage/backend-defaults');
  const backend = createBackend();
  for (const name of [...more, ...PLUGINS]) backend.add(portal(name));
  return backend;
}

module.exports = { jobsBackend };
