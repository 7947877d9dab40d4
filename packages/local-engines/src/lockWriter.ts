import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { sha256OfFile, type ArtifactLock } from './artifactLock';
import { artifactSet, LOCKS_DIR } from './artifactSets';
import { writeJsonAtomic } from './atomicFile';
import { mavenResolve } from './mavenResolve';
import { requireMaven } from './prerequisites';

/**
 * Resolves a set anew and writes its lock file. For maintainers, after a change of `pinned.json`: the difference
 * of the lock file then shows which jars have changed.
 */
export async function writeLock(
  setName: string,
  dir = LOCKS_DIR,
): Promise<ArtifactLock> {
  const work = mkdtempSync(join(tmpdir(), 'datalark-lock-'));
  try {
    await mavenResolve(artifactSet(setName), work, {
      mvn: requireMaven(),
      repositoryLayout: true,
    });
    const paths = readdirSync(work, { recursive: true, encoding: 'utf8' })
      .map(path => join(work, path))
      .filter(path => path.endsWith('.jar') && statSync(path).isFile());
    const files = await Promise.all(
      paths.map(async path => ({
        name: basename(path),
        repositoryPath: relative(work, path),
        bytes: statSync(path).size,
        sha256: await sha256OfFile(path),
      })),
    );
    files.sort((a, b) => (a.name < b.name ? -1 : 1));
    const lock: ArtifactLock = {
      set: setName,
      totalBytes: files.reduce((sum, file) => sum + file.bytes, 0),
      files,
    };
    writeJsonAtomic(join(dir, `${setName}.json`), lock);
    return lock;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
