import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseNumber,
  READS,
  strictInput,
} from '@datalark/backstage-plugin-data-entities-node';
import { actionCaller, namedJob } from './actionContext';
import { environmentName, jobName } from './jobInput';
import type { ActionServices } from './registerActions';

/** Actions about what was measured. */
export function registerMetricActions(
  registry: ActionsRegistryService,
  { metricHistory }: ActionServices,
): void {
  registry.register({
    name: 'get-metric-history',
    title: 'Get the metrics of a data job over time',
    description: `Returns what was measured of a data job over time, also during runs that have ended: records and bytes read and written (total and per second), how busy and backpressured it was, checkpoint duration and size, records that wait at the sources, restarts; with marks for operations, new runs and restarts. \`times\` are milliseconds since 1970; a value of null means that nobody could look (a gap), not zero. A series that is not there is not offered by the engine.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          environment: environmentName(z),
          from: z
            .string()
            .describe('ISO 8601; default: an hour before `to`')
            .optional(),
          to: z.string().describe('ISO 8601; default: now').optional(),
          step: looseNumber(z, z.number().int().min(1))
            .describe('Seconds between two values; default: as fits')
            .optional(),
        }),
      output: z => z.object({ history: answer(z, 'Times, series and marks') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        history: await metricHistory.history(actionCaller(credentials), {
          ...input,
          entityRef: namedJob(input.entityRef),
        }),
      },
    }),
  });
}
