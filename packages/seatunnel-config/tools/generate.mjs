// Writes src/catalog/seatunnel-<version>.json from the real connector jars.
// Needs mvn and a JDK on the PATH. See README.md, "The option catalogue".
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compactCatalog } from './compactCatalog.mjs';
import { mavenJars } from './mavenJars.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = JSON.parse(readFileSync(join(here, 'connectors.json'), 'utf8'));
const version = wanted.seatunnel;
const work = mkdtempSync(join(tmpdir(), 'seatunnel-options-'));

try {
  const classPath = mavenJars(work, 'engine', version, wanted.engine);
  const jars = mavenJars(
    work,
    'connectors',
    version,
    wanted.connectors.map(connector => ({ ...connector, alone: true })),
  );
  const raw = join(work, 'options.json');
  execFileSync(
    'java',
    [
      '-cp',
      [...classPath, ...jars.filter(isTransforms)].join(delimiter),
      join(here, 'OptionCatalog.java'),
      raw,
      ...jars,
    ],
    { stdio: 'inherit' },
  );
  const target = join(here, `../src/catalog/seatunnel-${version}.json`);
  const { catalog, left } = compactCatalog(
    JSON.parse(readFileSync(raw, 'utf8')),
    wanted,
  );
  writeFileSync(target, `${JSON.stringify(catalog)}\n`);
  execFileSync('npx', ['prettier', '--write', target]);
  for (const line of left) process.stdout.write(`${line}\n`);
  process.stdout.write(
    `${catalog.plugins.length} plugins in ${basename(target)}\n`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

function isTransforms(jar) {
  return basename(jar).startsWith('seatunnel-transforms');
}
