import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Puts the files that the example jobs read into `${DATA_DIR}`, without touching what is there. */
export function prepareExamples(files) {
  const pairs = [
    ['seed/landing', 'landing'],
    ['jobs/running-totals/running-totals.jar', 'jars/running-totals.jar'],
  ];
  mkdirSync(files, { recursive: true });
  for (const [from, to] of pairs) {
    const source = join(ROOT, 'examples', from);
    if (existsSync(source)) cpSync(source, join(files, to), { recursive: true, force: false });
  }
}
