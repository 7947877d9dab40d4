import { JobEngineFactory } from '@datalark/backstage-plugin-data-jobs-node';
import { ZetaEngine } from './ZetaEngine';
import { readZetaEngineOptions } from './ZetaEngineOptions';

/**
 * Makes engines of type `seatunnel-zeta` from `dataJobs.engines.<name>`; see
 * `config.d.ts` for the keys.
 *
 * @public
 */
export const zetaEngineFactory: JobEngineFactory = {
  type: 'seatunnel-zeta',
  create({ name, config, logger }) {
    return new ZetaEngine(readZetaEngineOptions(name, config), logger);
  },
};
