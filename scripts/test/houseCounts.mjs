import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';
import { publishable } from '../pack/publishable.mjs';
import { cli, run } from './run.mjs';

const bin = name => join(ROOT, 'node_modules/.bin', name);

/** What is written in CONTRIBUTING.md about packages, and the command that mends it. */
const CHECKS = [
  { name: 'metadata of packages', args: [cli, 'repo', 'fix', '--check', '--publish'], remedy: 'npm run fix' },
  { name: 'unused files, exports and dependencies', args: [bin('knip'), '--no-progress', '--no-config-hints'], remedy: 'remove them, or say in knip.json why they stay' },
  // It reads dist-types, which the layer `types` writes. The test utilities of data-jobs-node speak of types of its main entry.
  { name: 'API reports', args: [bin('backstage-repo-tools'), 'api-reports', '--ci', '-o', 'ae-wrong-input-file-type,ae-undocumented', '--allow-warnings', 'plugins/data-jobs-node'], remedy: 'npm run api-reports, and read the difference' },
];

/** Runs the checks of the house, one test each. */
export async function houseCounts() {
  const counts = { passed: 0, failed: 0 };
  const silent = publishable().filter(({ folder }) => !existsSync(join(folder, 'README.md')));
  counts[silent.length ? 'failed' : 'passed']++;
  process.stdout.write(silent.length ? `  ✖ README.md is missing: ${silent.map(({ name }) => name).join(', ')}\n` : '  ✓ a README for each package\n');
  for (const { name, args, remedy } of CHECKS) {
    const { code } = await run(name, args);
    counts[code === 0 ? 'passed' : 'failed']++;
    process.stdout.write(code === 0 ? `  ✓ ${name}\n` : `  ✖ ${name}: ${remedy}\n`);
  }
  return counts;
}
