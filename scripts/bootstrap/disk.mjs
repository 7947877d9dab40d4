import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail } from './fail.mjs';

/** Ends with a sentence when `directory` has fewer than `megabytes` free. */
export function needDisk(directory, megabytes, purpose) {
  try {
    makeFolder(resolve(directory));
  } catch (error) {
    fail(
      `The folder ${directory} cannot be made (${error.code}).`,
      'Make it writable for you, or choose another place: npm start -- --home FOLDER',
    );
  }
  const { bavail, bsize } = statfsSync(directory);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes) {
    fail(
      `The disk under ${directory} has ${free} MB free; ${purpose} needs ${megabytes} MB.`,
      'Free some space, or choose another place: npm start -- --home FOLDER, XDG_CACHE_HOME for downloads.',
    );
  }
}

/** Step by step: Node 22's own recursive mkdir never ends where a file system refuses new folders with ENOENT (/proc). */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
