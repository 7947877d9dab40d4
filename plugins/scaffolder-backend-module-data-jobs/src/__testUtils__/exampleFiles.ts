import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** The example data platform of this repository. */
export const EXAMPLES = resolvePackagePath(
  '@datalark/backstage-plugin-scaffolder-backend-module-data-jobs',
  '../../examples',
);

/** The templates that this package brings. */
export const TEMPLATES = resolvePackagePath(
  '@datalark/backstage-plugin-scaffolder-backend-module-data-jobs',
  'templates',
);

/** An entity of the examples, its `$text` put in, and the file it is in. */
export type ExampleEntity = { file: string; entity: Entity };

/** Reads what `all.yaml` registers, as the catalog does. */
export function exampleEntities(): ExampleEntity[] {
  return filesOf(resolve(EXAMPLES, 'all.yaml')).flatMap(file =>
    documents(file).map(entity => ({
      file,
      entity: withTexts(entity, dirname(file)) as Entity,
    })),
  );
}

/** The files that a location names, by way of other locations too. */
function filesOf(location: string): string[] {
  const [{ spec }] = documents(location);
  return (spec!.targets as string[])
    .map(target => resolve(dirname(location), target))
    .flatMap(file => (basename(file) === 'all.yaml' ? filesOf(file) : [file]));
}

/** The entities of a YAML file. */
export function documents(file: string): Entity[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map(document =>
    document.toJS(),
  );
}

function withTexts(value: unknown, folder: string): unknown {
  if (Array.isArray(value)) return value.map(each => withTexts(each, folder));
  if (typeof value !== 'object' || value === null) return value;
  const { $text } = value as { $text?: string };
  if (typeof $text === 'string') {
    return readFileSync(resolve(folder, $text), 'utf8');
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withTexts(each, folder)]),
  );
}
