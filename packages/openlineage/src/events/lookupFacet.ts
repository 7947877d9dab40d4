import type { InputDatasetFacet } from '../generated';

/**
 * Name of an input facet that the specification does not have: the job only asks
 * the dataset for the rows of a key, as lookup joins do. Engines read it outside
 * of their sources, where their listeners do not see it.
 */
export const LOOKUP_FACET = 'datalark_lookup';

const SCHEMA =
  'https://github.com/datalark/datalark/tree/main/packages/openlineage/README.md#lookups';

/** The facet of an input that is only looked up. */
export function lookupFacet(producer: string): InputDatasetFacet {
  return { _producer: producer, _schemaURL: SCHEMA };
}
