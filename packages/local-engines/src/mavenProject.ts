import type { ArtifactSet, Coordinates } from './artifactSets';

const NO_TRANSITIVES =
  '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>';

function dependency(coordinates: Coordinates, exclusions: string): string {
  const [group, artifact, version, classifier] = coordinates.split(':');
  return [
    '    <dependency>',
    `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`,
    classifier ? `<classifier>${classifier}</classifier>` : '',
    exclusions,
    '</dependency>',
  ].join('');
}

/** A throw-away Maven project whose runtime dependencies are the jars of a set. */
export function mavenProject(set: ArtifactSet): string {
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    '  <modelVersion>4.0.0</modelVersion>',
    `  <groupId>io.datalark.engines</groupId><artifactId>${set.name}</artifactId><version>1</version>`,
    '  <packaging>pom</packaging>',
    '  <dependencies>',
    ...set.transitive.map(it => dependency(it, '')),
    ...set.single.map(it => dependency(it, NO_TRANSITIVES)),
    '  </dependencies>',
    '</project>',
    '',
  ].join('\n');
}
