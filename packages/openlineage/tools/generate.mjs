/**
 * Types and validation data from OpenLineage's published JSON Schemas.
 *
 *   node tools/generate.mjs FOLDER
 *
 * FOLDER holds OpenLineage.json and facets/*.json, as in `spec/` of the
 * OpenLineage repository.
 */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { facetMapsSource } from './facetMaps.mjs';
import { typesSource } from './typesSource.mjs';
import { validationData } from './validationData.mjs';

const folder = process.argv[2];
if (!folder) {
  process.stderr.write('Usage: node tools/generate.mjs FOLDER-OF-SCHEMAS\n');
  process.exit(1);
}
const source = join(dirname(fileURLToPath(import.meta.url)), '../src');
const typesFolder = join(source, 'generated');

const read = path => JSON.parse(readFileSync(path, 'utf8'));
const files = [
  { name: 'OpenLineage', schema: read(join(folder, 'OpenLineage.json')) },
  ...readdirSync(join(folder, 'facets'))
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => ({
      name: file.replace(/\.json$/, ''),
      schema: read(join(folder, 'facets', file)),
    })),
];

/** Which file defines a name; names are unique over all schemas. */
const homes = new Map();
for (const { name, schema } of files) {
  for (const definition of Object.keys(schema.$defs)) {
    if (homes.has(definition)) {
      throw new Error(
        `${definition} is defined twice: ${homes.get(definition)}, ${name}`,
      );
    }
    homes.set(definition, name);
  }
}

function write(path, text, parser) {
  writeFileSync(
    path,
    prettier.format(text, {
      parser,
      singleQuote: true,
      trailingComma: 'all',
      arrowParens: 'avoid',
    }),
  );
}

rmSync(typesFolder, { recursive: true, force: true });
mkdirSync(typesFolder, { recursive: true });
for (const file of files) {
  write(
    join(typesFolder, `${file.name}.ts`),
    typesSource(file, homes),
    'typescript',
  );
}
write(
  join(typesFolder, 'FacetMaps.ts'),
  facetMapsSource(files, homes),
  'typescript',
);
const modules = [...files.map(file => file.name), 'FacetMaps'];
write(
  join(typesFolder, 'index.ts'),
  modules.map(name => `export * from './${name}';`).join('\n'),
  'typescript',
);
mkdirSync(join(source, 'schema'), { recursive: true });
write(
  join(source, 'schema/openLineage.json'),
  JSON.stringify(validationData(files)),
  'json',
);
