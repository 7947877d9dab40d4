import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TRANSFORM } from '../bootstrap/loadTypeScript.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { run } from './run.mjs';

/** Runs the `*.e2e.ts` files of a folder one after the other with Node's own test runner. */
export async function nodeTestCounts(name, folder, env) {
  const dir = join(ROOT, folder);
  const files = existsSync(dir) ? readdirSync(dir).filter(file => file.endsWith('.e2e.ts')).sort() : [];
  if (!files.length) return { passed: 0, failed: 1 };
  const { code, output } = await run(name, [
    '--require',
    TRANSFORM,
    '--test',
    '--test-concurrency=1',
    '--test-reporter=spec',
    ...files.map(file => join(dir, file)),
  ], { env });
  const count = label => Number(new RegExp(`ℹ ${label} (\\d+)`).exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: failed || (code === 0 ? 0 : 1) };
}
