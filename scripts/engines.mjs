// Runs the TypeScript command line of packages/local-engines: npm run engines -- up | status | stop | env.
// In this very process (as `node --require` would), so that Ctrl-C, signals and kill reach the supervisor itself.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
require('../packages/local-engines/src/cli.ts');
