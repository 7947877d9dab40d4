import schemas from './openLineage.json';

/**
 * The published address of a definition: `JobEvent`, `SchemaDatasetFacet`.
 *
 * @throws Error for a name that is none of the specification's
 */
export function schemaUrlOf(definition: string): string {
  const urls: Record<string, string> = schemas.urls;
  if (!Object.hasOwn(urls, definition)) {
    throw new Error(`"${definition}" is no definition of OpenLineage.`);
  }
  return urls[definition];
}
