import { createPlugin } from '@backstage/core-plugin-api';

/**
 * The data kinds in the catalog of an app on the old front-end system.
 *
 * @public
 */
export const dataEntitiesPlugin = createPlugin({ id: 'data-entities' });
