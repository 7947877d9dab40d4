import {
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson } from './atomicFile';
import {
  isStillAlive,
  thisProcess,
  type RememberedProcess,
} from './processInfo';

let sequence = 0;

/** Who holds a lock file; undefined when nobody does or when the holder is dead. */
export function lockHolder(path: string): RememberedProcess | undefined {
  const holder = readJson<RememberedProcess>(path);
  return isStillAlive(holder) ? holder : undefined;
}

/** Moves a dead holder's lock away; puts it back when somebody alive took it in that very moment. */
function removeStale(path: string, aside: string): void {
  try {
    renameSync(path, aside);
    if (lockHolder(aside)) {
      linkSync(aside, path);
    }
  } catch {
    // another process was quicker: the next attempt sees what it did
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Takes a lock file that names its holder, or returns undefined when a live process has it. A lock of a dead
 * process is taken over. The file appears with its content in one step (hard link), so a reader never sees it empty.
 */
export function tryLock(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true });
  sequence += 1;
  const me = thisProcess();
  const draft = `${path}.${me.pid}.${sequence}`;
  writeFileSync(draft, JSON.stringify(me));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(draft, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          throw error;
        }
        if (lockHolder(path)) {
          return undefined;
        }
        removeStale(path, `${draft}.stale`);
      }
    }
    return undefined;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits for a lock file and takes it. Returns the function that gives it back. */
export async function lock(
  path: string,
  signal?: AbortSignal,
): Promise<() => void> {
  for (;;) {
    signal?.throwIfAborted();
    const release = tryLock(path);
    if (release) {
      return release;
    }
    await sleep(100, undefined, { signal });
  }
}
