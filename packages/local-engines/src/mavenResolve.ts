import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import type { ArtifactSet } from './artifactSets';
import { spawnGuarded } from './guardedProcess';
import { mavenFailure } from './mavenFailure';
import { mavenProject } from './mavenProject';

const COPY_GOAL =
  'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

/** How to run Maven. */
export interface MavenOptions {
  /** Absolute path of `mvn`. */
  mvn: string;
  /** Another local repository than the user's own. */
  localRepository?: string;
  signal?: AbortSignal;
}

/** Where Maven keeps what it has downloaded; the user's settings win, as they do for Maven. */
export function localRepositoryDir(explicit?: string): string {
  if (explicit) {
    return explicit;
  }
  try {
    const settings = readFileSync(
      join(homedir(), '.m2', 'settings.xml'),
      'utf8',
    );
    const own = /<localRepository>\s*([^<]+?)\s*<\/localRepository>/.exec(
      settings.replace(/<!--[\s\S]*?-->/g, ''),
    )?.[1];
    if (own) {
      return own.replace('${user.home}', homedir());
    }
  } catch {
    // no settings: the default below
  }
  return join(homedir(), '.m2', 'repository');
}

/**
 * Copies the jars of a set, with what they depend on, into a folder, by the user's own `mvn` with the user's own
 * settings. `repositoryLayout` keeps the folders of a Maven repository instead of a flat list.
 */
export async function mavenResolve(
  set: ArtifactSet,
  outputDir: string,
  options: MavenOptions & { repositoryLayout?: boolean },
): Promise<void> {
  options.signal?.throwIfAborted();
  const work = mkdtempSync(join(tmpdir(), 'datalark-mvn-'));
  try {
    mkdirSync(outputDir, { recursive: true });
    const pom = join(work, 'pom.xml');
    const log = join(work, 'mvn.log');
    writeFileSync(pom, mavenProject(set));
    const maven = await spawnGuarded({
      command: options.mvn,
      args: [
        '-B',
        '-q',
        '-ntp',
        '-f',
        pom,
        ...(options.localRepository
          ? [`-Dmaven.repo.local=${options.localRepository}`]
          : []),
        COPY_GOAL,
        `-DoutputDirectory=${outputDir}`,
        '-DincludeScope=runtime',
        ...(options.repositoryLayout
          ? ['-Dmdep.useRepositoryLayout=true']
          : []),
      ],
      outFile: log,
    });
    const abort = () => void maven.stop(2000);
    options.signal?.addEventListener('abort', abort, { once: true });
    const exit = await maven.exited;
    options.signal?.removeEventListener('abort', abort);
    options.signal?.throwIfAborted();
    if (exit.code !== 0) {
      throw mavenFailure(set.name, readFileSync(log, 'utf8'));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
