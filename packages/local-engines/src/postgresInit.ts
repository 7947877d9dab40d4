import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readJson, writeJsonAtomic } from './atomicFile';
import { POSTGRES_DATABASES } from './endpoints';
import { EngineProblem } from './engineProblem';
import type { PostgresInit } from './engineService';
import { withPostgres, type PostgresLogin } from './postgresClient';

type ServerLogin = Omit<PostgresLogin, 'database'>;

/** Creates the demo databases that are not there yet. */
export async function ensureDatabases(login: ServerLogin): Promise<void> {
  await withPostgres({ ...login, database: 'postgres' }, async client => {
    const { rows } = await client.query('SELECT datname FROM pg_database');
    for (const name of POSTGRES_DATABASES) {
      if (!rows.some(row => row.datname === name)) {
        await client.query(`CREATE DATABASE "${name}"`);
      }
    }
  });
}

/**
 * Runs each SQL file once: what has run is remembered in `doneFile`, by database and path. A file runs in one
 * transaction, so one that fails leaves nothing behind and is tried again at the next start.
 */
export async function runPostgresInit(
  login: ServerLogin,
  scripts: readonly PostgresInit[],
  doneFile: string,
): Promise<void> {
  const done = readJson<string[]>(doneFile) ?? [];
  for (const { database, sqlFile } of scripts) {
    const key = `${database}:${resolve(sqlFile)}`;
    if (done.includes(key)) {
      continue;
    }
    try {
      // several statements in one simple query are one transaction
      const sql = readFileSync(sqlFile, 'utf8');
      await withPostgres({ ...login, database }, client => client.query(sql));
    } catch (error) {
      throw new EngineProblem(
        `${sqlFile} could not be run in database ${database}: ${
          (error as Error).message
        }.`,
        'Correct the file, then start again.',
      );
    }
    done.push(key);
    writeJsonAtomic(doneFile, done);
  }
}
