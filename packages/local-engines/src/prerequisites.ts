import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { EngineProblem } from './engineProblem';

const OLDEST_JAVA = 17;
const NEWEST_JAVA = 21;

/** The first executable file of that name on the PATH. */
export function findOnPath(
  name: string,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  for (const dir of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const path = join(dir, name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) {
        return path;
      }
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/** The major version in what `java -version` prints, like 17; 8 for "1.8.0". */
export function javaMajorVersion(output: string): number | undefined {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(output);
  if (!match) {
    return undefined;
  }
  return match[1] === '1' ? Number(match[2]) : Number(match[1]);
}

/**
 * The Java to run engines with: JAVA_HOME when it fits, else the PATH. Flink, SeaTunnel and Kafka agree on 17 to 21.
 * Throws a problem that says which Java was found.
 */
export function requireJava(env: NodeJS.ProcessEnv = process.env): string {
  const remedy = `Install a JDK ${OLDEST_JAVA} and put its bin folder on the PATH, or set JAVA_HOME to it.`;
  const candidates = [
    ...(env.JAVA_HOME ? [join(env.JAVA_HOME, 'bin', 'java')] : []),
    findOnPath('java', env),
  ].filter((path): path is string => path !== undefined);
  const unfit: string[] = [];
  for (const java of candidates) {
    const run = spawnSync(java, ['-version'], { encoding: 'utf8', env });
    if (run.error) {
      continue;
    }
    const major = javaMajorVersion(`${run.stderr}${run.stdout}`);
    if (major !== undefined && major >= OLDEST_JAVA && major <= NEWEST_JAVA) {
      return java;
    }
    unfit.push(
      major === undefined
        ? `${java} does not say its version`
        : `${java} is Java ${major}`,
    );
  }
  throw new EngineProblem(
    unfit.length > 0
      ? `Java ${OLDEST_JAVA} to ${NEWEST_JAVA} is needed, but ${unfit.join(
          ' and ',
        )}.`
      : `Java ${OLDEST_JAVA} was not found on the PATH.`,
    remedy,
    'missing-prerequisite',
  );
}

/** Maven's `mvn`, needed only for the first download. Throws a problem when it is absent. */
export function requireMaven(env: NodeJS.ProcessEnv = process.env): string {
  const mvn = findOnPath('mvn', env);
  if (!mvn) {
    throw new EngineProblem(
      'Maven (mvn) was not found on the PATH, and the jars are not in the cache yet.',
      'Install Apache Maven 3.6 or later; it is needed once, for the download.',
      'missing-prerequisite',
    );
  }
  return mvn;
}

/** `requireJava`, where Maven is needed too: who lacks both is told of both at once. */
export function requireJavaAndMaven(
  env: NodeJS.ProcessEnv = process.env,
): string {
  try {
    requireMaven(env);
  } catch (maven) {
    try {
      requireJava(env);
    } catch (java) {
      throw both(java as EngineProblem, maven as EngineProblem);
    }
    throw maven;
  }
  return requireJava(env);
}

function both(one: EngineProblem, other: EngineProblem): EngineProblem {
  return new EngineProblem(
    `${one.message} ${other.message}`,
    `${one.remedy} ${other.remedy}`,
    'missing-prerequisite',
  );
}
