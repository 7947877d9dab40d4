import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DEFAULT_ENVIRONMENT,
  DataJobsApi,
  DataJobsClient,
} from '@datalark/backstage-plugin-data-jobs-common';
import { recordsText } from '../wait/recordsText';
import { waitForJob } from '../wait/waitForJob';

/** `data-jobs:wait`: waits until a job runs or has finished, telling what happens. */
export function waitAction(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Default: over HTTP. */
  api?: DataJobsApi;
}) {
  const api =
    options.api ?? new DataJobsClient({ discoveryApi: options.discovery });
  return createTemplateAction({
    id: 'data-jobs:wait',
    description:
      'Waits until a job runs, or has finished, and shows the steps of its deployment. When it fails, the job stays registered: the error says which one, and how to delete it.',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Reference of the DataJob'),
        environment: z => z.string().optional().describe('Default: default'),
        until: z =>
          z
            .enum(['running', 'finished'])
            .optional()
            .describe('Default: running, which a finished job satisfies too'),
        timeoutSeconds: z =>
          z
            .number()
            .min(1)
            .max(3600)
            .optional()
            .describe('How long to wait at most. Default: 180'),
      },
      output: {
        state: z => z.string().describe('What the engine says of the job'),
        engineJobId: z => z.string().optional(),
        recordsRead: z => z.number().optional(),
        recordsWritten: z => z.number().optional(),
        summary: z => z.string().describe('State and rows in a sentence'),
      },
    },
    async handler(ctx) {
      const {
        entityRef,
        environment = DEFAULT_ENVIRONMENT,
        until = 'running',
        timeoutSeconds = 180,
      } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Dry run: nothing was deployed as ${entityRef}.`);
        ctx.output('state', 'absent');
        ctx.output('summary', 'A dry run deploys nothing.');
        return;
      }
      const withToken = async () => {
        const { token } = await options.auth.getPluginRequestToken({
          onBehalfOf: await ctx.getInitiatorCredentials(),
          targetPluginId: 'data-jobs',
        });
        return token;
      };
      const result = await waitForJob(
        {
          getJob: async (ref, call) =>
            api.getJob(ref, { ...call, token: await withToken() }),
          listOperations: async (ref, call) =>
            api.listOperations(ref, { ...call, token: await withToken() }),
        },
        {
          entityRef,
          environment,
          until,
          timeoutMs: timeoutSeconds * 1000,
          signal: ctx.signal ?? new AbortController().signal,
          tell: message => ctx.logger.info(message),
        },
      );
      if (result.outcome === 'failed') {
        throw new Error(
          `${result.message} The job ${entityRef} is registered and was not removed: ` +
            'open its page to mend and deploy it again, or delete it there (or by the action data-jobs:delete-job).',
        );
      }
      const { observation } = result.deployment;
      const rows = recordsText(result.deployment);
      ctx.logger.info(rows);
      ctx.output('state', observation.state);
      if (observation.engineJobId) {
        ctx.output('engineJobId', observation.engineJobId);
      }
      const { read, written } = observation.records ?? {};
      if (read !== undefined) ctx.output('recordsRead', read);
      if (written !== undefined) ctx.output('recordsWritten', written);
      ctx.output('summary', `The job is ${observation.state}. ${rows}`);
    },
  });
}
