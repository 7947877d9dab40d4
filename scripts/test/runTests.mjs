import { join } from 'node:path';
import { yarnEnvironment } from '../bootstrap/install.mjs';
import { ensureAppBuilt } from '../bootstrap/buildApp.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { houseCounts } from './houseCounts.mjs';
import { jestCounts } from './jestCounts.mjs';
import { nodeTestCounts } from './nodeTestCounts.mjs';
import { cli, run } from './run.mjs';
import { withEngines } from './withEngines.mjs';

const check = (name, start) => async () => {
  const { code } = await run(name, await start());
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
};

/** The layers, in order; `npm test -- unit browser` runs only those. */
const LAYERS = {
  types: check('types', () => [join(ROOT, 'node_modules/typescript/bin/tsc')]),
  house: () => houseCounts(),
  lint: check('lint', () => [cli, 'repo', 'lint', '--max-warnings', '0']),
  format: check('format', () => [join(ROOT, 'node_modules/prettier/bin-prettier.js'), '--check', '--loglevel', 'warn', 'packages/*/{src,e2e-tests}/**/*.{ts,tsx}', 'plugins/*/{src,dev}/**/*.{ts,tsx}']),
  unit: () => withEngines(engines => jestCounts(engines)),
  browser: async () => {
    await ensureAppBuilt();
    return nodeTestCounts('browser', 'packages/app/e2e-tests');
  },
  // app-config.production.yaml on PostgreSQL, two replicas.
  production: () => nodeTestCounts('production', 'packages/backend/e2e-tests/production'),
};

/** Longer ones, which run only when they are named. */
const LONG_LAYERS = {
  // The packages in an app of somebody else, by the README's own lines.
  packed: async () => {
    const { env } = await yarnEnvironment();
    return nodeTestCounts('packed', 'packages/app/e2e-tests/packed', env);
  },
  // Real processes that are killed, frozen and cut off; prints a table, see docs/faults.md.
  faults: () => nodeTestCounts('faults', 'packages/backend/e2e-tests'),
  'faults-all': () => nodeTestCounts('faults-all', 'packages/backend/e2e-tests', { DATALARK_FAULTS: 'all' }),
};

/** Runs the layers and prints `N passed, N failed` as the last line. Resolves to the exit code. */
export async function runTests(only) {
  const layers = { ...LAYERS, ...LONG_LAYERS };
  const unknown = only.filter(name => !layers[name]);
  if (unknown.length) {
    process.stderr.write(`✖ Unknown layer ${unknown.join(', ')}.\n  There are: ${Object.keys(layers).join(', ')}\n`);
    return 2;
  }
  const total = { passed: 0, failed: 0 };
  for (const name of only.length ? Object.keys(layers) : Object.keys(LAYERS)) {
    if (only.length && !only.includes(name)) continue;
    const started = Date.now();
    process.stdout.write(`\n── ${name}\n`);
    const { passed, failed } = await layers[name]();
    total.passed += passed;
    total.failed += failed;
    process.stdout.write(`── ${name}: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - started) / 1000)} s\n`);
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
