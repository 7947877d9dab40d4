import { JobEngineFactory } from '@datalark/backstage-plugin-data-jobs-node';
import { FlinkSessionEngine } from './FlinkSessionEngine';
import { readFlinkSessionConfig } from './FlinkSessionConfig';

/** Makes engines of type `flink-session`. @public */
export const flinkSessionEngineFactory: JobEngineFactory = {
  type: 'flink-session',
  create: ({ name, config }) =>
    new FlinkSessionEngine(name, readFlinkSessionConfig(name, config)),
};
