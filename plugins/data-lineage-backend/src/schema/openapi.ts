import { curationPaths } from './curationPaths';
import { graphPaths } from './graphPaths';
import { ingestPaths } from './ingestPaths';

/** The REST interface, as OpenAPI 3.1; served at `/api/data-lineage/openapi.json`. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'data-lineage',
    version: '1',
    description:
      'What flows where. Errors have the shape of Backstage: `{ error: { name, message } }`.',
    license: { name: 'Apache-2.0' },
    contact: {},
  },
  servers: [{ url: '/' }],
  paths: { ...ingestPaths, ...graphPaths, ...curationPaths },
};
