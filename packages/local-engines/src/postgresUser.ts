import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EngineProblem } from './engineProblem';

/** The user that runs PostgreSQL instead of root, and a folder that this user can reach. */
export interface PostgresUser {
  name: string;
  uid: number;
  gid: number;
  /** Below /var/tmp, named by the folder of the set; its parents are open to everyone, itself is not. */
  home: string;
}

/** May everybody walk into this folder? */
export function isReachable(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    // eslint-disable-next-line no-bitwise
    if ((statSync(at).mode & 0o001) === 0) {
      return false;
    }
    if (at === dirname(at)) {
      return true;
    }
  }
}

/** The folder that PostgreSQL uses when it runs as another user for the set in `dir`. */
export function openHomeOf(dir: string): string {
  const key = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  return join('/var/tmp', `datalark-postgres-${key}`);
}

function accountNamed(
  name: string,
  passwd: string,
): { uid: number; gid: number } | undefined {
  const line = passwd.split('\n').find(it => it.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return line ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * PostgreSQL refuses to run as root: gives the account (`postgres`, else `nobody`) and the folder to use then;
 * undefined when this process is not root. The folder lives below /var/tmp, because the folder of the set may be
 * closed to that account.
 */
export function postgresUser(
  dir: string,
  passwdFile = '/etc/passwd',
): PostgresUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const passwd = readFileSync(passwdFile, 'utf8');
  for (const name of ['postgres', 'nobody']) {
    const account = accountNamed(name, passwd);
    if (account) {
      const home = openHomeOf(dir);
      mkdirSync(home, { recursive: true, mode: 0o700 });
      const found = lstatSync(home);
      // /var/tmp is open to all: a folder or link that somebody else has put there is not to be trusted
      if (
        !found.isDirectory() ||
        (found.uid !== 0 && found.uid !== account.uid)
      ) {
        throw new EngineProblem(
          `${home} belongs to another user, so the database cannot be put there.`,
          'Remove it, or choose another folder for the engines with --dir.',
        );
      }
      chownSync(home, account.uid, account.gid);
      chmodSync(home, 0o700);
      return { name, ...account, home };
    }
  }
  throw new EngineProblem(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody".',
    'Start the engines as a user other than root.',
    'missing-prerequisite',
  );
}
