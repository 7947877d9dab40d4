import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writeJsonAtomic } from './atomicFile';
import { tryLock } from './lockFile';
import {
  isStillAlive,
  thisProcess,
  type RememberedProcess,
} from './processInfo';
import { removeEngines } from './removeEngines';

const GRACE_MS = 5000;
const POLL_MS = 500;

// beside the folder of the set, since they outlive one that is deleted and made again
const folderOf = (dir: string) => `${dir}.leases`;

/** The lock that protects the decision to start or to end a shared set. */
export function shareLockOf(dir: string): string {
  return `${dir}.lock`;
}

/** Says that this process uses the set. Ends by the returned function, or with this process. */
export function takeLease(dir: string): () => void {
  mkdirSync(folderOf(dir), { recursive: true, mode: 0o700 });
  const path = join(folderOf(dir), `${process.pid}.json`);
  writeJsonAtomic(path, thisProcess());
  return () => rmSync(path, { force: true });
}

/** Does any live process use the set? */
export function isLeased(dir: string): boolean {
  try {
    return readdirSync(folderOf(dir)).some(name =>
      isStillAlive(readJson<RememberedProcess>(join(folderOf(dir), name))),
    );
  } catch {
    return false;
  }
}

/** Runs a shared set until nobody has used it for a while, then stops and deletes it. */
export async function stopWithoutLeases(
  dir: string,
  running: { stop(): Promise<void>; stopped: Promise<void> },
): Promise<void> {
  let ended = false;
  void running.stopped.then(() => {
    ended = true;
  });
  let unusedSince: number | undefined;
  while (!ended) {
    await sleep(POLL_MS);
    unusedSince = isLeased(dir) ? undefined : unusedSince ?? Date.now();
    if (unusedSince !== undefined && Date.now() - unusedSince > GRACE_MS) {
      // nobody can join while this is held; who joined just now has a lease by then
      const release = tryLock(shareLockOf(dir));
      if (release) {
        try {
          if (!isLeased(dir)) {
            await running.stop();
            removeEngines(dir);
            rmSync(folderOf(dir), { recursive: true, force: true });
            return;
          }
        } finally {
          release();
        }
      }
    }
  }
}
