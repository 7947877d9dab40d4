import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { POSTGRES_DATABASES } from './endpoints';
import type { PostgresInit } from './engineService';

/** The scripts of a seed folder: `<database>.sql` for each demo database that has one. */
export function seedScripts(dir: string | undefined): PostgresInit[] {
  if (!dir) {
    return [];
  }
  return POSTGRES_DATABASES.map(database => ({
    database,
    sqlFile: resolve(join(dir, `${database}.sql`)),
  })).filter(({ sqlFile }) => existsSync(sqlFile));
}
