import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The kinds, in the order in which the documentation lists them. */
export const kinds = ['DataJob', 'DataSource', 'Dataset', 'Lineage', 'Quality'];

/** Definitions that several kinds repeat word for word; their type is generated once. */
export const sharedDefinitions = ['Schedule', 'DatasetPair'];

/** Reads the schema file of a kind. */
export async function readKindSchema(kind) {
  const file = new URL(
    `../src/schema/kinds/${kind}.v1alpha1.schema.json`,
    import.meta.url,
  );
  return JSON.parse(await readFile(fileURLToPath(file), 'utf8'));
}

/** The schema of `spec` of a kind. */
export function specOf(schema) {
  return schema.allOf[1].properties.spec;
}
