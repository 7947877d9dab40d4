import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Compares a text with a file; writes the file first where there is none and `UPDATE_GOLDEN` is set. */
export function expectGolden(actual: string, file: string): void {
  if (process.env.UPDATE_GOLDEN || !existsSync(file)) {
    if (!process.env.UPDATE_GOLDEN) {
      throw new Error(`${file} is missing; run the test with UPDATE_GOLDEN=1.`);
    }
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
