import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const requireFromRoot = createRequire(join(ROOT, 'package.json'));

/** Path of the hook that lets Node run this repository's TypeScript. */
export const TRANSFORM = requireFromRoot.resolve('@backstage/cli/config/nodeTransform.cjs');

/** Loads a workspace package from its TypeScript source. */
export function loadTypeScript(name) {
  requireFromRoot(TRANSFORM);
  return requireFromRoot(name);
}
