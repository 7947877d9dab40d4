import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The user's cache folder for Datalark, by the XDG base directory rules. */
export const CACHE = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'datalark',
);

/** Where this portal keeps its data; `DATALARK_DATA_DIR` moves it. */
export function homeOf(options) {
  return resolve(options.home ?? process.env.DATALARK_HOME ?? join(ROOT, '.datalark'));
}
