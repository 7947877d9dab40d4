import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import { catalogGraphApi } from './catalogGraphApi';

const graphApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogGraphApiRef,
      deps: {},
      factory: catalogGraphApi,
    }),
});

/**
 * Shows the relations of the data kinds in the catalog graph. Install it in the app beside the default export;
 * an app that replaces `api:catalog-graph` itself adds `dataRelations` and `dataRelationPairs` to its own lists.
 *
 * @public
 */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [graphApi],
});
