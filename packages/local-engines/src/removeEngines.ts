import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { EngineProblem } from './engineProblem';
import { lockHolder } from './lockFile';
import { openHomeOf } from './postgresUser';
import { supervisorLockOf } from './supervisorLock';

/**
 * Deletes a set that does not run: its folder and the database that may live below /var/tmp. Throws when it runs.
 *
 * @public
 */
export function removeEngines(dir: string): void {
  const home = resolve(dir);
  const holder = lockHolder(supervisorLockOf(home));
  if (holder && holder.pid !== process.pid) {
    throw new EngineProblem(
      `The engines of ${home} are running (process ${holder.pid}).`,
      'Stop them first.',
    );
  }
  rmSync(home, { recursive: true, force: true });
  rmSync(openHomeOf(home), { recursive: true, force: true });
}
