import { resolve } from 'node:path';
import { withSecrets, type Endpoints } from './endpoints';
import { lockHolder } from './lockFile';
import { readStatus } from './statusFile';
import { supervisorLockOf } from './supervisorLock';

/**
 * Is a process alive that runs the engines of this folder?
 *
 * @public
 */
export function isSupervisorAlive(dir: string): boolean {
  return lockHolder(supervisorLockOf(resolve(dir))) !== undefined;
}

/**
 * The endpoints of engines that another process runs for this folder, the password included; undefined when no
 * supervisor is alive. Look at `readStatus` for the state of each service.
 *
 * @public
 */
export async function attachEngines(
  dir: string,
): Promise<Endpoints | undefined> {
  const home = resolve(dir);
  const status = isSupervisorAlive(home) ? readStatus(home) : undefined;
  return status && withSecrets(home, status.endpoints);
}
