#!/usr/bin/env node
// The command line: up | status | stop | restart | env. From the sources in the repository, from dist when installed.
// In this very process (as `node --require` would), so that Ctrl-C, signals and kill reach the supervisor itself.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const source = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
if (existsSync(source)) {
  require('@backstage/cli/config/nodeTransform.cjs');
  require(source);
} else {
  require('../dist/cli.cjs.js');
}
