import {
  type CatalogModelKindRelationFieldDefinition,
  type CatalogModelKindVersionDefinition,
  type CatalogModelLayer,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import {
  DATA_ENTITIES_GROUP,
  dataEntityKinds,
  type DataEntityKind,
} from '../entities/dataEntityKinds';
import { referenceFields } from '../relations/referenceFields';
import {
  dataEntitySchemas,
  kindSchemaForType,
  specTypesWithDefinition,
} from '../schema/kindSchemas';
import { dataRelationDefinitions } from './dataRelationDefinitions';

const VERSION = 'v1alpha1';

const NAMES: Record<DataEntityKind, { singular: string; plural: string }> = {
  DataJob: { singular: 'data job', plural: 'data jobs' },
  DataSource: { singular: 'data source', plural: 'data sources' },
  Dataset: { singular: 'dataset', plural: 'datasets' },
  Lineage: { singular: 'lineage', plural: 'lineages' },
  Quality: { singular: 'quality', plural: 'qualities' },
};

const relationFields = (
  kind: DataEntityKind,
): CatalogModelKindRelationFieldDefinition[] =>
  referenceFields[kind].flatMap(({ path, relation, ...rules }) =>
    relation
      ? [
          {
            selector: { path },
            relation: relation[0],
            defaultNamespace: 'inherit' as const,
            ...(rules.defaultKind && { defaultKind: rules.defaultKind }),
            ...(rules.allowedKinds && {
              allowedKinds: [...rules.allowedKinds],
            }),
          },
        ]
      : [],
  );

function versions(kind: DataEntityKind): CatalogModelKindVersionDefinition[] {
  const fields = relationFields(kind);
  const typed = specTypesWithDefinition(kind).map(specType => ({
    name: VERSION,
    specType,
    description: `A ${kind} of type ${specType}.`,
    relationFields: fields,
    schema: { jsonSchema: kindSchemaForType(kind, specType) },
  }));
  return [
    {
      name: VERSION,
      relationFields: fields,
      schema: { jsonSchema: dataEntitySchemas[kind] },
    },
    ...typed,
  ];
}

/**
 * One layer per kind, from the schema files.
 *
 * @alpha
 */
export const dataEntityKindLayers: CatalogModelLayer[] = dataEntityKinds.map(
  kind =>
    createCatalogModelLayer({
      layerId: `${DATA_ENTITIES_GROUP}/kind-${kind.toLowerCase()}`,
      builder: model => {
        model.addKind({
          group: DATA_ENTITIES_GROUP,
          names: { kind, ...NAMES[kind] },
          description: String(dataEntitySchemas[kind].description),
          versions: versions(kind),
        });
      },
    }),
);

/**
 * The layer of the relation pairs, those of the catalog that the data kinds take part in among them.
 *
 * @alpha
 */
export const dataRelationsLayer: CatalogModelLayer = createCatalogModelLayer({
  layerId: `${DATA_ENTITIES_GROUP}/relations`,
  builder: model => {
    dataRelationDefinitions.forEach(pair => model.addRelationPair(pair));
  },
});

/**
 * All layers of the data kinds, for `catalogModelExtensionPoint.addModelSource(CatalogModelSources.static(...))`.
 * They validate less than the processor does: what only rules can say, and the relations of a Lineage's entries,
 * stay with the processor of catalog-backend-module-data-entities.
 *
 * @alpha
 */
export const dataEntityModelLayers: CatalogModelLayer[] = [
  ...dataEntityKindLayers,
  dataRelationsLayer,
];
