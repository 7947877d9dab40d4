import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  READS,
  strictInput,
} from '@datalark/backstage-plugin-data-entities-node';
import { actionCaller, namedJob } from './actionContext';
import { environmentName, jobName } from './jobInput';
import type { ActionServices } from './registerActions';

/** What the owner of a job is told of, for agents. */
export function registerAlertActions(
  registry: ActionsRegistryService,
  { alerts }: Pick<ActionServices, 'alerts'>,
): void {
  registry.register({
    name: 'list-alerts',
    title: 'List alerts of a data job',
    description: `Lists what is wrong with a data job (failed, degraded, checkpoint-too-old, and the job's own rules as rule:<name>) with since when, the ones that hold first, and the notifications that its owner was sent, or that wait for the end of the quiet hours. state "open" holds and was told, "pending" holds not long enough yet, "recovering" has just stopped, "closed" is over.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          environment: environmentName(z),
        }),
      output: z =>
        z.object({
          items: z.array(answer(z, 'An alert')),
          notices: z.array(answer(z, 'A notification to the owner')),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await alerts.ofJob(actionCaller(credentials), {
        entityRef: namedJob(input.entityRef),
        environment: input.environment,
      }),
    }),
  });
}
