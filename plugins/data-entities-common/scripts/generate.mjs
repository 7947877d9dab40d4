// Writes the TypeScript types and the reference pages from the schema files.
// `--check` writes nothing and fails when a file is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { kindDocs } from './entityDocs.mjs';
import { kindTypesSource, sharedTypesSource } from './entityTypes.mjs';
import { kinds, readKindSchema } from './kindSchemas.mjs';

const path = to => fileURLToPath(new URL(to, import.meta.url));

async function outputs() {
  const schemas = await Promise.all(kinds.map(readKindSchema));
  const types = await Promise.all(
    kinds.map(async (kind, index) => [
      path(`../src/entities/generated/${kind}.ts`),
      await kindTypesSource(kind, schemas[index]),
    ]),
  );
  const docs = kinds.map((kind, index) => [
    path(`../../../docs/reference/entities/${kind}.md`),
    kindDocs(kind, schemas[index]),
  ]);
  return [
    ...types,
    [
      path('../src/entities/generated/SharedDefinitions.ts'),
      await sharedTypesSource(schemas),
    ],
    ...docs,
  ];
}

const check = process.argv.includes('--check');
const stale = [];
for (const [file, source] of await outputs()) {
  const options = await prettier.resolveConfig(path('../package.json'));
  const text = await prettier.format(source, { ...options, filepath: file });
  const current = await readFile(file, 'utf8').catch(() => undefined);
  if (current === text) {
    continue;
  }
  stale.push(relative(path('../'), file));
  if (!check) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
if (check && stale.length) {
  process.stderr.write(
    `Stale: ${stale.join(
      ', ',
    )}\nRun "yarn workspace @datalark/backstage-plugin-data-entities-common generate" and commit the result.\n`,
  );
  process.exitCode = 1;
} else {
  process.stdout.write(
    stale.length ? `Wrote ${stale.join(', ')}\n` : 'All up to date\n',
  );
}
