import {
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeJsonAtomic } from './atomicFile';
import { EngineProblem } from './engineProblem';
import { POSTGRES_USER } from './endpoints';
import { spawnGuarded } from './guardedProcess';
import type { PostgresUser } from './postgresUser';
import { tailOf } from './startFailure';

/** Where a database server keeps what. */
export interface PostgresPlace {
  /** Folder with `bin/postgres` and `bin/initdb`. */
  binaries: string;
  /** Folder of the data; exists when the database has been made. */
  dataDir: string;
  outFile: string;
  /** File in the set's own folder that says that the data are this set's. */
  ownerFile: string;
  user?: PostgresUser;
}

/** Environment in which PostgreSQL speaks English and finds its time zone. */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the data folder once, with one superuser whose password is asked for on every connection. It gets its name
 * when it is complete, so an `initdb` that was cut off is never taken for a database. Returns true when it was made.
 */
export async function ensureCluster(
  place: PostgresPlace,
  password: string,
): Promise<boolean> {
  if (existsSync(place.dataDir) && existsSync(place.ownerFile)) {
    return false;
  }
  // data below /var/tmp whose set was deleted: nobody knows their password any more
  rmSync(place.dataDir, { recursive: true, force: true });
  const { user } = place;
  const parent = dirname(place.dataDir);
  mkdirSync(parent, { recursive: true });
  const part = `${place.dataDir}.part`;
  const passwordFile = join(parent, 'initdb-password');
  rmSync(part, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) {
      chownSync(passwordFile, user.uid, user.gid);
    }
    const initdb = await spawnGuarded({
      command: join(place.binaries, 'bin', 'initdb'),
      args: [
        `--pgdata=${part}`,
        `--username=${POSTGRES_USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
      ],
      env: POSTGRES_ENV,
      cwd: parent,
      outFile: place.outFile,
      uid: user?.uid,
      gid: user?.gid,
    });
    const exit = await initdb.exited;
    if (exit.code !== 0) {
      const reason = tailOf(place.outFile)
        .split('\n')
        .filter(line => /error|fatal|could not|cannot/i.test(line))
        .at(-1);
      throw new EngineProblem(
        `PostgreSQL's data folder ${place.dataDir} could not be made${
          reason ? `: ${reason.trim()}` : ''
        }.`,
        `Look into ${place.outFile}.`,
      );
    }
    renameSync(part, place.dataDir);
    writeJsonAtomic(place.ownerFile, { dataDir: place.dataDir });
    return true;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Arguments of the server: loopback only, no socket file, logical decoding for CDC, little memory. */
export function serverArguments(dataDir: string, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    wal_level: 'logical',
    max_wal_senders: '10',
    max_replication_slots: '20',
    // slots of jobs that were cancelled must not fill the disk
    max_slot_wal_keep_size: '1GB',
    max_connections: '60',
    shared_buffers: '32MB',
    timezone: 'UTC',
  };
  return [
    '-D',
    dataDir,
    ...Object.entries(settings).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
  ];
}
