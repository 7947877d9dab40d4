import {
  LoggerService,
  createExtensionPoint,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { JobEngine } from './JobEngine';

/**
 * Makes engines of one type from their blocks under `dataJobs.engines.<name>`.
 *
 * @public
 */
export interface JobEngineFactory {
  /** Value of `dataJobs.engines.<name>.type`. */
  readonly type: string;
  /** Throws an `InputError` that names the config key when the block is wrong. */
  create(options: {
    name: string;
    config: Config;
    logger: LoggerService;
  }): JobEngine;
}

/** Where engine modules register. @public */
export interface JobEnginesExtensionPoint {
  addEngineFactory(factory: JobEngineFactory): void;
}

/** Extension point `data-jobs.engines`. @public */
export const jobEnginesExtensionPoint =
  createExtensionPoint<JobEnginesExtensionPoint>({ id: 'data-jobs.engines' });
