import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

/**
 * Folder of uploaded jars: `dataJobs.jarStore.directory`, else beside the
 * SQLite files, else in the temporary folder, with a warning.
 */
export function jarDirectory(config: Config, logger: LoggerService): string {
  const named = config.getOptionalString('dataJobs.jarStore.directory');
  if (named) return resolve(named);
  const connection = config.getOptional('backend.database.connection');
  const sqlite =
    typeof connection === 'object' && connection !== null
      ? (connection as { directory?: unknown }).directory
      : undefined;
  if (typeof sqlite === 'string') return resolve(sqlite, '..', 'jars');
  const directory = join(tmpdir(), 'datalark-jars');
  logger.warn(
    `Uploaded jars are kept in ${directory}, which may be cleared: set dataJobs.jarStore.directory, to a shared folder when there are several replicas.`,
  );
  return directory;
}
