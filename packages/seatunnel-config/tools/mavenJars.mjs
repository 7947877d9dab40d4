import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

/**
 * Paths of SeaTunnel's jars and of what they need, through Maven. `alone`
 * artifacts come without the latter: connector jars hold what they need, and
 * their poms name parents that need not exist.
 *
 * @param {string} work - a folder for temporary files
 */
export function mavenJars(work, name, version, artifacts) {
  const pom = join(work, `${name}.xml`);
  const out = join(work, `${name}.txt`);
  writeFileSync(pom, project(name, version, artifacts));
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

function project(name, version, artifacts) {
  const dependencies = artifacts.map(artifact => {
    const lines = [
      `<groupId>org.apache.seatunnel</groupId>`,
      `<artifactId>${artifact.artifact}</artifactId>`,
      `<version>${artifact.version ?? version}</version>`,
    ];
    if (artifact.classifier) {
      lines.push(`<classifier>${artifact.classifier}</classifier>`);
    }
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
