import { definitionOf, facetDefinitionOf } from '../schema/Schema';
import type { FacetHolder } from '../schema/Schema';
import { schemaUrlOf } from '../schema/schemaUrlOf';
import { isObject } from '../validate/checkSchema';
import { pointerTo } from '../validate/EventProblem';
import { isGood } from './isGood';
import { BAD, keepGood } from './keepGood';
import type { Reading } from './Reading';

/** Where the URL of a facet is unknown, that of what it surely is. */
const BASES: Record<FacetHolder, string> = {
  run: 'RunFacet',
  job: 'JobFacet',
  dataset: 'DatasetFacet',
  input: 'InputDatasetFacet',
  output: 'OutputDatasetFacet',
};
const BASE_URL = schemaUrlOf('JobEvent').replace(/JobEvent$/, '');

type Facets = Record<string, Record<string, unknown>>;

/**
 * Facets as far as they are good: unknown ones stay as they are, known ones
 * lose what is wrong in them, deletions stay. Undefined when there are none.
 */
export function readFacets(
  value: unknown,
  holder: FacetHolder,
  pointer: string,
  producer: string,
  reading: Reading,
): Facets | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) {
    return reading.warn(
      pointer,
      'The facets are not an object. They are left out.',
      'Give an object.',
      value,
    );
  }
  const kept = Object.entries(value).flatMap(([key, facet]) => {
    const good = readFacet(
      facet,
      holder,
      key,
      pointerTo(pointer, key),
      producer,
      reading,
    );
    return good ? [[key, good] as const] : [];
  });
  return Object.fromEntries(kept);
}

function readFacet(
  facet: unknown,
  holder: FacetHolder,
  key: string,
  pointer: string,
  producer: string,
  reading: Reading,
): Record<string, unknown> | undefined {
  if (facet === null || facet === undefined) return undefined;
  if (!isObject(facet)) {
    return reading.warn(
      pointer,
      'The facet is not an object. It is left out.',
      'Give an object.',
      facet,
    );
  }
  const definition = facetDefinitionOf(holder, key);
  const whole = {
    ...facet,
    _producer: typeof facet._producer === 'string' ? facet._producer : producer,
    _schemaURL:
      typeof facet._schemaURL === 'string'
        ? facet._schemaURL
        : urlOf(definition, holder),
  };
  if (!definition || facet._deleted === true) return whole;
  // The old form of column lineage may say something of the dataset only.
  const filled =
    key === 'columnLineage' &&
    facet.fields === undefined &&
    Array.isArray(facet.dataset)
      ? { ...whole, fields: {} }
      : whole;
  const schema = definitionOf(definition);
  if (isGood(filled, schema)) return filled;
  const good = keepGood(filled, schema, pointer, reading);
  return good === BAD ? undefined : (good as Record<string, unknown>);
}

function urlOf(definition: string | undefined, holder: FacetHolder): string {
  return definition ? schemaUrlOf(definition) : `${BASE_URL}${BASES[holder]}`;
}
