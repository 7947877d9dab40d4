import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The explorer with its parts Impact and Drift. */
export const lineageRouteRef = createRouteRef();

/** The lineage tab of an entity. */
export const lineageTabRouteRef = createRouteRef();
