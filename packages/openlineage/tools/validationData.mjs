import { facetsByHolder } from './facetMaps.mjs';

/** Words that say nothing about validity. */
const WORDS = [
  'description',
  'documentation',
  'example',
  'deprecated',
  '$schema',
  '$id',
];

/** A schema without its prose; references become bare names. */
function bare(schema, inProperties = false) {
  if (Array.isArray(schema)) return schema.map(item => bare(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => inProperties || !WORDS.includes(key))
      .map(([key, value]) =>
        key === '$ref' && !inProperties
          ? [key, value.split('/').pop()]
          : [key, bare(value, key === 'properties' && !inProperties)],
      ),
  );
}

/** All definitions, which facet is which, and the URL of each definition. */
export function validationData(files) {
  const definitions = {};
  const urls = {};
  for (const { schema } of files) {
    for (const [name, definition] of Object.entries(schema.$defs)) {
      definitions[name] = bare(definition);
      urls[name] = `${schema.$id}#/$defs/${name}`;
    }
  }
  const facets = facetsByHolder(files);
  const named = new Set([
    ...Object.values(facets).flatMap(map => Object.values(map)),
    'RunEvent',
    'JobEvent',
    'DatasetEvent',
  ]);
  return {
    facets,
    urls: Object.fromEntries(
      Object.entries(urls).filter(([name]) => named.has(name)),
    ),
    definitions,
  };
}
