import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { defaultCacheDir, ensureArtifacts } from './artifactCache';
import { readLock } from './artifactLock';
import { EngineProblem } from './engineProblem';
import { spawnGuarded, type CommandSpec } from './guardedProcess';
import { lock } from './lockFile';
import { tailOf } from './startFailure';
import { unzip } from './unzip';

const SET = 'mariadb-10.2.11';
const SCRIPTS = [
  'mysql_system_tables.sql',
  'mysql_performance_tables.sql',
  'mysql_system_tables_data.sql',
];

/** The server and what it reads, in the user's cache folder; downloaded and unpacked once. */
export async function mariaDbHome(): Promise<string> {
  const jars = await ensureArtifacts(SET, { cacheDir: defaultCacheDir() });
  const home = `${jars}-unpacked`;
  const release = await lock(`${home}.lock`);
  try {
    if (!existsSync(home)) {
      const part = `${home}.part`;
      rmSync(part, { recursive: true, force: true });
      const [jar] = readLock(SET).files;
      await unzip(
        join(jars, jar.name),
        part,
        name => /\/linux\/((bin\/mysqld$|libs\/|share\/).*)/.exec(name)?.[1],
      );
      chmodSync(join(part, 'bin', 'mysqld'), 0o755);
      renameSync(part, home);
    }
    return home;
  } finally {
    release();
  }
}

/** The server with the data of a folder; its output is in `mariadb.out` there. */
export function mariaDbCommand(home: string, dir: string): CommandSpec {
  return {
    command: join(home, 'bin', 'mysqld'),
    args: [
      '--no-defaults',
      `--basedir=${home}`,
      `--lc-messages-dir=${join(home, 'share')}`,
      `--datadir=${join(dir, 'data')}`,
      `--socket=${join(dir, 'socket')}`,
      `--user=${userInfo().username}`,
      '--skip-name-resolve',
      '--innodb-log-file-size=8M',
      '--innodb-buffer-pool-size=16M',
    ],
    // its jar brings libaio along, which not every machine has
    env: { LD_LIBRARY_PATH: join(home, 'libs') },
    outFile: join(dir, 'mariadb.out'),
  };
}

/** System tables and the one user, as `mysql_install_db` makes them. */
export async function createMariaDbData(
  home: string,
  dir: string,
  { user, password }: { user: string; password: string },
): Promise<void> {
  mkdirSync(join(dir, 'data'));
  const sql = join(dir, 'create.sql');
  writeFileSync(
    sql,
    [
      'CREATE DATABASE mysql;',
      'USE mysql;',
      ...SCRIPTS.map(name => readFileSync(join(home, 'share', name), 'utf8')),
      'FLUSH PRIVILEGES;',
      `CREATE USER ${user}@'127.0.0.1' IDENTIFIED BY '${password}';`,
      `GRANT ALL ON *.* TO ${user}@'127.0.0.1';`,
      '',
    ].join('\n'),
    { mode: 0o600 },
  );
  const spec = mariaDbCommand(home, dir);
  const bootstrap = await spawnGuarded({
    ...spec,
    command: '/bin/sh',
    args: [
      '-c',
      'file=$1; shift; exec "$@" < "$file"',
      'bootstrap',
      sql,
      spec.command,
      ...spec.args,
      '--bootstrap',
    ],
    outFile: join(dir, 'create.out'),
  });
  const { code } = await bootstrap.exited;
  if (code !== 0) {
    throw new EngineProblem(
      `MariaDB's data could not be made: ${tailOf(
        join(dir, 'create.out'),
      ).slice(-500)}`,
    );
  }
}
