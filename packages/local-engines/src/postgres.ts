import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { POSTGRES_USER } from './endpoints';
import type { EngineContext, EngineService } from './engineService';
import { POSTGRES_VERSION, postgresFolder } from './postgresBinaries';
import { withPostgres } from './postgresClient';
import {
  ensureCluster,
  POSTGRES_ENV,
  serverArguments,
  type PostgresPlace,
} from './postgresCluster';
import { ensureDatabases, runPostgresInit } from './postgresInit';
import { postgresUser } from './postgresUser';
import { ensureSecrets } from './secrets';

function placeOf(dir: string): PostgresPlace {
  const user = postgresUser(dir);
  const home = join(dir, 'postgres');
  const log = join(home, 'log');
  mkdirSync(log, { recursive: true });
  return {
    binaries: postgresFolder(user),
    dataDir: join(user?.home ?? home, 'data'),
    outFile: join(log, 'postgres.out'),
    ownerFile: join(home, 'data.json'),
    user,
  };
}

async function loginOf(context: EngineContext) {
  const { postgresPassword } = await ensureSecrets(context.dir);
  return {
    host: '127.0.0.1',
    port: context.ports.postgres,
    user: POSTGRES_USER,
    password: postgresPassword,
  };
}

const doneFileOf = (dir: string) => join(dir, 'postgres', 'init.json');

/** A PostgreSQL server with logical decoding and the databases of the demo. */
export function postgres(): EngineService {
  return {
    name: 'postgres',
    version: POSTGRES_VERSION,
    needsJava: false,
    artifactSets: [],
    async prepare(context) {
      const { dir, ports } = context;
      const place = placeOf(dir);
      const login = await loginOf(context);
      if (await ensureCluster(place, login.password)) {
        rmSync(doneFileOf(dir), { force: true });
      }
      return [
        {
          name: 'postgres',
          title: 'PostgreSQL',
          marker: place.dataDir,
          ports: [ports.postgres],
          logFiles: [],
          readyWithinMs: 120_000,
          command: () => ({
            command: join(place.binaries, 'bin', 'postgres'),
            args: serverArguments(place.dataDir, ports.postgres),
            env: POSTGRES_ENV,
            cwd: place.dataDir,
            outFile: place.outFile,
            // fast shutdown: TERM would wait for every client to leave
            stopSignal: 'INT',
            uid: place.user?.uid,
            gid: place.user?.gid,
          }),
          isReady: () =>
            withPostgres({ ...login, database: 'postgres' }, async client => {
              await client.query('SELECT 1');
              return true;
            }),
        },
      ];
    },
    async afterReady(context) {
      const login = await loginOf(context);
      await ensureDatabases(login);
      await runPostgresInit(
        login,
        context.settings.postgresInit,
        doneFileOf(context.dir),
      );
    },
  };
}
