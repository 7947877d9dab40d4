import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  CatalogGraphApi,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  dataRelationPairs,
  dataRelations,
} from '@datalark/backstage-plugin-data-entities-common';

/** The graph's own relations and those of the data kinds. */
export function catalogGraphApi(): CatalogGraphApi {
  return new DefaultCatalogGraphApi({
    knownRelations: [...ALL_RELATIONS, ...dataRelations],
    knownRelationPairs: [...ALL_RELATION_PAIRS, ...dataRelationPairs],
    defaultRelationTypes: { exclude: [] },
  });
}
