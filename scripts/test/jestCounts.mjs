import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';
import { cli, run } from './run.mjs';

/** Runs all Jest tests, real engines included; a suite that does not load counts as a failed test. */
export async function jestCounts(env) {
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  const file = join(ROOT, 'artifacts/jest.json');
  rmSync(file, { force: true });
  const { code } = await run(
    'unit',
    [cli, 'repo', 'test', '--maxWorkers=2', '--silent', '--json', `--outputFile=${file}`],
    { env },
  );
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const broken = report.testResults.filter(suite => suite.status === 'failed' && suite.assertionResults.length === 0).length;
    const failed = report.numFailedTests + broken;
    return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
