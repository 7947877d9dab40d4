import { Databases as AnyDatabases } from '@datalark/backend-test-kit';
import { applyMigrations } from '../database/applyMigrations';

/** Databases with the tables of this plugin, for one test file. */
export class Databases extends AnyDatabases {
  constructor() {
    super({ prefix: 'data_jobs', migrate: applyMigrations });
  }
}
