// The back end that is measured: lineage, and nothing that it does not ask while it works.
const { createRequire } = require('node:module');
const { resolve } = require('node:path');

const portal = createRequire(resolve(__dirname, '../../../packages/backend/package.json'));
const { createBackend } = portal('@backstage/backend-defaults');

const backend = createBackend();
backend.add(portal('@datalark/backstage-plugin-data-lineage-backend'));
backend.start();
