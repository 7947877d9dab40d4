import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  assertContent,
  assertSizes,
  lockDigest,
  readLock,
  type ArtifactLock,
} from './artifactLock';
import { artifactSet } from './artifactSets';
import { EngineProblem } from './engineProblem';
import { lock as takeLock } from './lockFile';
import { localRepositoryDir, mavenResolve } from './mavenResolve';
import { requireMaven } from './prerequisites';
import { downloadEstimator, type DownloadProgress } from './progress';

/** Where jars are kept when nothing else is said: the user's cache folder. */
export function defaultCacheDir(env = process.env): string {
  return join(
    env.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'datalark',
    'engines',
  );
}

/** What a download needs to know. */
export interface CacheOptions {
  cacheDir: string;
  /** Folder of the pinned versions and lock files; default: that of this package. */
  locksDir?: string;
  /** Another local Maven repository than the user's own. */
  localRepository?: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  onProgress?: (progress: DownloadProgress) => void;
}

/** The folder of a set in the cache. Its name holds a digest of the lock, so other pins never meet old jars. */
export function cachedDir(cacheDir: string, lock: ArtifactLock): string {
  return join(cacheDir, `${lock.set}-${lockDigest(lock)}`);
}

/** Is a set there already, damaged or not? */
export function isCached(setName: string, cacheDir: string): boolean {
  return existsSync(cachedDir(cacheDir, readLock(setName)));
}

/** The folder of a set when it is already complete in the cache. Throws when it is there but damaged. */
export function cachedArtifacts(
  setName: string,
  cacheDir: string,
  locksDir?: string,
): string | undefined {
  const lock = readLock(setName, locksDir);
  const dir = cachedDir(cacheDir, lock);
  if (!existsSync(dir)) {
    return undefined;
  }
  assertSizes(lock, dir);
  return dir;
}

function arrivedBytes(lock: ArtifactLock, repository: string): number {
  return lock.files.reduce((sum, file) => {
    const found = statSync(join(repository, file.repositoryPath), {
      throwIfNoEntry: false,
    });
    return sum + Math.min(found?.size ?? 0, file.bytes);
  }, 0);
}

async function assertSpace(dir: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  if (free < neededBytes) {
    const mb = (bytes: number) => Math.ceil(bytes / 1_000_000);
    throw new EngineProblem(
      `The disk of ${dir} has ${mb(free)} MB left, and ${mb(
        neededBytes,
      )} MB are needed.`,
      'Free some space, or set XDG_CACHE_HOME to a folder on another disk.',
    );
  }
}

/**
 * Gives the folder with the jars of a set. Downloads them once, into `<folder>.part` that is renamed when every jar
 * has the locked SHA-256: a partial download is never taken for a whole one. Afterwards Maven and the network are
 * not needed any more. Two processes that ask at once share one download.
 */
export async function ensureArtifacts(
  setName: string,
  options: CacheOptions,
): Promise<string> {
  const { cacheDir, locksDir } = options;
  const kept = cachedArtifacts(setName, cacheDir, locksDir);
  if (kept) {
    return kept;
  }
  const lock = readLock(setName, locksDir);
  const dir = cachedDir(cacheDir, lock);
  mkdirSync(cacheDir, { recursive: true });
  const release = await takeLock(`${dir}.lock`, options.signal);
  try {
    const byOther = cachedArtifacts(setName, cacheDir, locksDir);
    if (byOther) {
      return byOther;
    }
    const mvn = requireMaven(options.env);
    await assertSpace(cacheDir, lock.totalBytes * 2);
    const part = `${dir}.part`;
    rmSync(part, { recursive: true, force: true });
    const repository = localRepositoryDir(options.localRepository);
    const estimate = downloadEstimator(lock.totalBytes);
    const report = () =>
      options.onProgress?.(estimate(arrivedBytes(lock, repository)));
    report();
    const timer = setInterval(report, 500);
    try {
      await mavenResolve(artifactSet(setName, locksDir), part, {
        mvn,
        localRepository: options.localRepository,
        signal: options.signal,
      });
    } finally {
      clearInterval(timer);
    }
    await assertContent(lock, part);
    renameSync(part, dir);
    return dir;
  } finally {
    release();
  }
}
