import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../__fixtures__');

/** The text of a fixture, e.g. `hocon/append.conf`. */
export function fixture(path: string): string {
  return readFileSync(join(FOLDER, path), 'utf8');
}

/** Names in a folder of fixtures. */
export function fixtureNames(folder: string, ending: string): string[] {
  return readdirSync(join(FOLDER, folder)).filter(n => n.endsWith(ending));
}
