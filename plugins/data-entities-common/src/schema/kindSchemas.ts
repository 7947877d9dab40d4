import type { JsonObject } from '@backstage/types';
import type { DataEntityKind } from '../entities/dataEntityKinds';
import dataJobSchema from './kinds/DataJob.v1alpha1.schema.json';
import datasetSchema from './kinds/Dataset.v1alpha1.schema.json';
import dataSourceSchema from './kinds/DataSource.v1alpha1.schema.json';
import lineageSchema from './kinds/Lineage.v1alpha1.schema.json';
import qualitySchema from './kinds/Quality.v1alpha1.schema.json';

/**
 * The JSON Schema (draft 7) of each kind, in the form `allOf: [Entity, {…}]` that Backstage reads.
 *
 * @public
 */
export const dataEntitySchemas: Record<DataEntityKind, JsonObject> = {
  DataJob: dataJobSchema as JsonObject,
  DataSource: dataSourceSchema as JsonObject,
  Dataset: datasetSchema as JsonObject,
  Lineage: lineageSchema as JsonObject,
  Quality: qualitySchema as JsonObject,
};

const asObject = (value: unknown) => value as JsonObject;

function definitionsOf(kind: DataEntityKind): JsonObject {
  return asObject(dataEntitySchemas[kind].definitions ?? {});
}

/** The values of `spec.type` of a kind that have a definition of their own. */
export function specTypesWithDefinition(kind: DataEntityKind): string[] {
  const spec = specSchema(kind);
  if (!asObject(spec.properties).definition) {
    return [];
  }
  return Object.keys(definitionsOf(kind)).filter(name => /^[a-z]/.test(name));
}

/** The definition that a `$ref` of the kind's schema points to. */
export function definitionSchema(
  kind: DataEntityKind,
  ref: string,
): JsonObject | undefined {
  const name = ref.split('/').pop() ?? '';
  return definitionsOf(kind)[name] as JsonObject | undefined;
}

/** The schema of `spec` of a kind. */
export function specSchema(kind: DataEntityKind): JsonObject {
  const [, own] = dataEntitySchemas[kind].allOf as JsonObject[];
  return asObject(asObject(own.properties).spec);
}

/**
 * The schema of a kind for one `spec.type`: where the type has a definition of its own,
 * `spec.definition` is exactly that, not any of the definitions.
 */
export function kindSchemaForType(
  kind: DataEntityKind,
  specType: string | undefined,
): JsonObject {
  const schema = dataEntitySchemas[kind];
  if (!specType || !specTypesWithDefinition(kind).includes(specType)) {
    return schema;
  }
  const [envelope, own] = schema.allOf as JsonObject[];
  const properties = asObject(own.properties);
  const spec = asObject(properties.spec);
  return {
    ...schema,
    $id: `${schema.$id}-${specType}`,
    allOf: [
      envelope,
      {
        ...own,
        properties: {
          ...properties,
          spec: {
            ...spec,
            properties: {
              ...asObject(spec.properties),
              definition: { $ref: `#/definitions/${specType}` },
            },
          },
        },
      },
    ],
  };
}
