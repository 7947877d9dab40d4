import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseList,
  READS,
  strictInput,
} from '@datalark/backstage-plugin-data-entities-node';
import { LineageServices } from './LineageServices';
import { asOfTime, nodeName, walkDepth } from './nodeInput';
import { actionCaller, namedNode } from './namedNodes';

/** Actions about what depends on something, and whom to tell. */
export function registerImpactActions(
  registry: ActionsRegistryService,
  services: LineageServices,
): void {
  const { impact, notifier } = services;

  registry.register({
    name: 'impact',
    title: 'What depends on a dataset or column',
    description: `Lists everything downstream of a dataset, some of its columns, or a job, grouped by owner, with the affected columns and the Quality entities that check them. hidden counts what you may not see. Use it before changing or dropping something.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          of: nodeName(z),
          columns: looseList(z, z.string())
            .describe('Only these columns; default all')
            .optional(),
          depth: walkDepth(z, 'all the way'),
          asOf: asOfTime(z),
        }),
      output: z => z.object({ report: answer(z, 'What depends on it') }),
    },
    action: async ({ input, credentials }) => {
      const caller = actionCaller(credentials);
      const { of, ...query } = input;
      const node = await namedNode(services, caller, of);
      return {
        output: { report: await impact.impact(caller, { ...query, node }) },
      };
    },
  });

  registry.register({
    name: 'notify-owners',
    title: 'Write to the owners of what depends on a dataset',
    description: `Sends one notification to each owner of what is downstream of a dataset, some of its columns, or a job, with your message and the list of what is his. Ask impact first: it tells who would be written to. Do not repeat it: every call sends again.`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        strictInput(z, {
          of: nodeName(z),
          columns: looseList(z, z.string())
            .describe('Only owners of what depends on these columns')
            .optional(),
          depth: walkDepth(z, 'all the way'),
          message: z
            .string()
            .min(1)
            .describe('What changes, when, and what the owners shall do'),
        }),
      output: z =>
        z.object({
          owners: z.array(z.string()).describe('Who was written to'),
          withoutOwner: z
            .number()
            .describe('Things that nobody owns, so nobody was told'),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = actionCaller(credentials);
      const { of, ...query } = input;
      const node = await namedNode(services, caller, of);
      return { output: await notifier.notify(caller, { ...query, node }) };
    },
  });
}
