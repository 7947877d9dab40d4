import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, wherever it is installed; holds `locks` and, in the repository, `src`. */
export function packageFolder(): string {
  return dirname(require.resolve('@datalark/local-engines/package.json'));
}

/** The root of the repository; outside of it (the package installed elsewhere) the working folder. */
export function repositoryRoot(): string {
  const root = join(packageFolder(), '..', '..');
  return existsSync(join(root, 'backstage.json')) ? root : process.cwd();
}
