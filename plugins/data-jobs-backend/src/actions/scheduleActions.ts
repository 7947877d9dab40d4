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

/** Actions about schedules. */
export function registerScheduleActions(
  registry: ActionsRegistryService,
  { schedules }: ActionServices,
): void {
  registry.register({
    name: 'get-job-schedule',
    title: 'Get the schedule of a data job',
    description: `Returns the schedule of a batch job: cron expression, time zone, the next times (UTC), whether something holds it (hold: suspended, stopped, never-deployed, missing), and what became of its latest times (started with operationId, queued, skipped with reason, missed). A schedule is written as spec.schedule of the job (cron, timezone, catchUp, concurrencyPolicy Forbid, Queue or Replace); a job without one is refused.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          environment: environmentName(z),
          count: looseNumber(z, z.number().int().min(1).max(100))
            .describe('How many of the next times; default 5')
            .optional(),
        }),
      output: z => z.object({ schedule: answer(z, 'The schedule') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        schedule: await schedules.status(actionCaller(credentials), {
          entityRef: namedJob(input.entityRef),
          environment: input.environment,
          count: input.count,
        }),
      },
    }),
  });
}
