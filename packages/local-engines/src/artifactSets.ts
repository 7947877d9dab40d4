import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './packageFolder';

/** Maven coordinates, `group:artifact:version` or `group:artifact:version:classifier`. */
export type Coordinates = string;

/** A folder of jars that is downloaded, checked and kept as a whole. */
export interface ArtifactSet {
  /** Name and version, like `flink-2.3.0`. */
  name: string;
  /** Resolved with what they depend on. */
  transitive: Coordinates[];
  /** Taken alone: jars that already contain what they need. */
  single: Coordinates[];
}

/** Folder of the pinned versions and of the lock files, beside `src` and beside `dist`. */
export const LOCKS_DIR = join(packageFolder(), 'locks');

/** Every set by name, from `locks/pinned.json`: the one place that holds versions of jars. */
export function artifactSets(
  locksDir = LOCKS_DIR,
): Record<string, ArtifactSet> {
  const pinned = JSON.parse(
    readFileSync(join(locksDir, 'pinned.json'), 'utf8'),
  ) as Record<string, Omit<ArtifactSet, 'name'>>;
  return Object.fromEntries(
    Object.entries(pinned).map(([name, set]) => [name, { name, ...set }]),
  );
}

/** One set by name. Throws when there is none. */
export function artifactSet(name: string, locksDir = LOCKS_DIR): ArtifactSet {
  const sets = artifactSets(locksDir);
  const set = sets[name];
  if (!set) {
    throw new Error(
      `locks/pinned.json has no set "${name}"; it has ${Object.keys(sets).join(
        ', ',
      )}.`,
    );
  }
  return set;
}
