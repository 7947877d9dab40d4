import { schemaUrlOf } from '../schema/schemaUrlOf';

/** What every facet has. */
export function facetOf(definition: string, producer: string) {
  return { _producer: producer, _schemaURL: schemaUrlOf(definition) };
}
