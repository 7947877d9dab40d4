import data from './openLineage.json';

/** The words of JSON Schema that OpenLineage's schemas use. */
export type Schema = {
  $ref?: string;
  type?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: { required: string[] };
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  dependentRequired?: Record<string, string[]>;
  items?: Schema;
  enum?: string[];
  const?: string;
  format?: string;
  minimum?: number;
};

/** What a facet belongs to. */
export type FacetHolder = 'run' | 'job' | 'dataset' | 'input' | 'output';

const definitions = data.definitions as unknown as Record<string, Schema>;
const facets = data.facets as Record<FacetHolder, Record<string, string>>;

/** The schema of a name; names come from the generated data only. */
export function definitionOf(name: string): Schema {
  return definitions[name];
}

/** Which definition a facet of the specification has: `sql` of a job → `SQLJobFacet`. */
export function facetDefinitionOf(
  holder: FacetHolder,
  key: string,
): string | undefined {
  return Object.hasOwn(facets[holder], key) ? facets[holder][key] : undefined;
}

const flatSchemas = new WeakMap<Schema, Schema>();

/** `allOf` and references resolved into one flat object schema where possible. */
export function resolved(schema: Schema): Schema {
  const known = flatSchemas.get(schema);
  if (known) return known;
  const flat = flattened(schema);
  flatSchemas.set(schema, flat);
  return flat;
}

function flattened(schema: Schema): Schema {
  if (schema.$ref) return resolved(definitionOf(schema.$ref));
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map(resolved);
  const own: Schema = { ...schema, allOf: undefined };
  return [own, ...parts].reduce((all, part) => ({
    ...all,
    ...part,
    properties: { ...all.properties, ...part.properties },
    required: [...(all.required ?? []), ...(part.required ?? [])],
    type: all.type ?? part.type,
    not: all.not ?? part.not,
    additionalProperties: all.additionalProperties ?? part.additionalProperties,
  }));
}
