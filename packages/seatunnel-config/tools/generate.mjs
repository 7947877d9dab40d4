// Writes src/catalog/seatunnel-<version>.json from the real connector jars.
// Needs mvn and a JDK on the PATH. See README.md, "The option catalogue".
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compactCatalog } from './compactCatalog.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';
const wanted = JSON.parse(readFileSync(join(here, 'connectors.json'), 'utf8'));
const version = wanted.seatunnel;
const work = mkdtempSync(join(tmpdir(), 'seatunnel-options-'));

try {
  const classPath = resolve('engine', wanted.engine);
  const jars = resolve(
    'connectors',
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
  process.stdout.write(`${catalog.plugins.length} plugins in ${basename(target)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function isTransforms(jar) {
  return basename(jar).startsWith('seatunnel-transforms');
}

/** Class path of the artifacts, through Maven. */
function resolve(name, artifacts) {
  const pom = join(work, `${name}.xml`);
  const out = join(work, `${name}.txt`);
  writeFileSync(pom, project(name, artifacts));
  execFileSync(
    'mvn',
    [
      '-B',
      '-q',
      '-f',
      pom,
      `${PLUGIN}:build-classpath`,
      '-DincludeScope=runtime',
      `-Dmdep.outputFile=${out}`,
    ],
    { stdio: 'inherit' },
  );
  return readFileSync(out, 'utf8').trim().split(delimiter).filter(existsSync);
}

function project(name, artifacts) {
  const dependencies = artifacts.map(artifact => {
    const lines = [
      `<groupId>org.apache.seatunnel</groupId>`,
      `<artifactId>${artifact.artifact}</artifactId>`,
      `<version>${artifact.version ?? version}</version>`,
    ];
    if (artifact.classifier)
      lines.push(`<classifier>${artifact.classifier}</classifier>`);
    // Connector jars hold what they need; their poms name parents that need not exist.
    if (artifact.alone) {
      lines.push(
        '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>',
      );
    }
    return `<dependency>${lines.join('')}</dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>options</groupId><artifactId>${name}</artifactId><version>1</version><packaging>pom</packaging><dependencies>${dependencies.join(
    '',
  )}</dependencies></project>\n`;
}
