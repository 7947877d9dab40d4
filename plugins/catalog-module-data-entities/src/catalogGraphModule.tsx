import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  dataRelationPairs,
  dataRelations,
} from '@datalark/backstage-plugin-data-entities-common';

const graphApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogGraphApiRef,
      deps: {},
      factory: () =>
        new DefaultCatalogGraphApi({
          knownRelations: [...ALL_RELATIONS, ...dataRelations],
          knownRelationPairs: [...ALL_RELATION_PAIRS, ...dataRelationPairs],
          defaultRelationTypes: { exclude: [] },
        }),
    }),
});

/**
 * Shows the relations of the data kinds in the catalog graph. Install it in the app beside the default export;
 * an app that replaces `api:catalog-graph` itself adds `dataRelations` and `dataRelationPairs` to its own lists.
 */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [graphApi],
});
