import { readFileSync } from 'node:fs';

/** The text of a file, `-` being stdin; one that cannot be read ends with code 2. */
export function readInput(file) {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    process.stderr.write(`✖ ${file} cannot be read: ${error.message}\n`);
    process.exit(2);
  }
}
