import { join } from 'node:path';

/** The file that names the process which runs the engines of a folder. */
export function supervisorLockOf(dir: string): string {
  return join(dir, 'supervisor.lock');
}
