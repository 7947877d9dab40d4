import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LOCKS_DIR } from './artifactSets';
import { EngineProblem } from './engineProblem';

/** One jar of a set. */
export interface LockedFile {
  /** File name in the set's folder. */
  name: string;
  /** Path below a local Maven repository, to see a download grow. */
  repositoryPath: string;
  bytes: number;
  sha256: string;
}

/** Everything a set consists of. */
export interface ArtifactLock {
  set: string;
  totalBytes: number;
  files: LockedFile[];
}

/** The committed lock of a set, `locks/<name>.json`. */
export function readLock(setName: string, dir = LOCKS_DIR): ArtifactLock {
  return JSON.parse(
    readFileSync(join(dir, `${setName}.json`), 'utf8'),
  ) as ArtifactLock;
}

/** A short name for the content of a lock: another content lives in another cache folder. */
export function lockDigest(lock: ArtifactLock): string {
  return createHash('sha256')
    .update(lock.files.map(file => `${file.sha256}  ${file.name}\n`).join(''))
    .digest('hex')
    .slice(0, 10);
}

/** SHA-256 of a file, hexadecimal. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** What differs between a folder and its lock by name and size (cheap: no content is read); empty when nothing does. */
export function sizeDifferences(lock: ArtifactLock, dir: string): string[] {
  const differences: string[] = [];
  const present = new Set(readdirSync(dir));
  for (const file of lock.files) {
    if (!present.delete(file.name)) {
      differences.push(`${file.name} is missing`);
      continue;
    }
    const { size } = statSync(join(dir, file.name));
    if (size !== file.bytes) {
      differences.push(
        `${file.name} has ${size} bytes instead of ${file.bytes}`,
      );
    }
  }
  for (const name of present) {
    differences.push(`${name} does not belong there`);
  }
  return differences;
}

function mismatch(dir: string, differences: string[], remedy: string) {
  const more =
    differences.length > 3 ? ` and ${differences.length - 3} more` : '';
  return new EngineProblem(
    `The jars in ${dir} are not those of the lock file: ${differences
      .slice(0, 3)
      .join(', ')}${more}.`,
    remedy,
  );
}

/** Throws when a kept folder no longer agrees with its lock by name and size. */
export function assertSizes(lock: ArtifactLock, dir: string): void {
  const differences = sizeDifferences(lock, dir);
  if (differences.length > 0) {
    throw mismatch(
      dir,
      differences,
      'Delete that folder and start again: the jars are then downloaded anew.',
    );
  }
}

/** Throws when a freshly downloaded folder does not agree with its lock, content included. */
export async function assertContent(
  lock: ArtifactLock,
  dir: string,
): Promise<void> {
  const differences = sizeDifferences(lock, dir);
  for (const file of lock.files) {
    if (differences.length > 0) {
      break;
    }
    const found = await sha256OfFile(join(dir, file.name));
    if (found !== file.sha256) {
      differences.push(
        `${file.name} has SHA-256 ${found} instead of ${file.sha256}`,
      );
    }
  }
  if (differences.length > 0) {
    throw mismatch(
      dir,
      differences,
      "Maven delivered other files than the pinned ones: remove them from the local Maven repository and check the mirror in Maven's settings.",
    );
  }
}
