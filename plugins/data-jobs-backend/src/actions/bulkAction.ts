import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseFlag,
  looseItems,
  looseJson,
  looseList,
  strictInput,
  Z,
} from '@datalark/backstage-plugin-data-entities-node';
import {
  BULK_LIMIT,
  BULK_VERBS,
} from '@datalark/backstage-plugin-data-jobs-common';
import { actionCaller } from './actionContext';
import { jobFilters } from './jobFilters';
import type { ActionServices } from './registerActions';

const jobOrDeployment = (z: Z) =>
  z.union([
    z.string().min(1),
    strictInput(z, {
      entityRef: z.string().min(1),
      environment: z.string().optional(),
    }),
  ]);

// A misspelt field must not match every job.
const matching = (z: Z) =>
  strictInput(z, {
    ...jobFilters(z),
    origin: looseList(z, z.string()).optional(),
  });

/** `bulk-operation`: one verb for many jobs. */
export function registerBulkAction(
  registry: ActionsRegistryService,
  { bulk }: ActionServices,
): void {
  registry.register({
    name: 'bulk-operation',
    title: 'Operate many data jobs',
    description: `Asks for one verb (${BULK_VERBS.join(
      ', ',
    )}) on up to ${BULK_LIMIT} data jobs: named ones (targets), or all that match (query, fields as in list-jobs). Call it with preview: true first: it answers per job what would happen or why it is refused, and changes nothing. Without preview each job is authorized by itself; what is refused does not stop the others. Returns id and, per job, its operation (pass its id to get-operation) or the refusal. The operations are worked on a few at a time.`,
    attributes: { readOnly: false, destructive: true, idempotent: false },
    schema: {
      input: z =>
        strictInput(z, {
          verb: z.enum(BULK_VERBS),
          targets: looseItems(
            z,
            z.array(jobOrDeployment(z)).min(1).max(BULK_LIMIT),
          )
            .describe(
              'Jobs: entity refs or names, or objects { entityRef, environment }',
            )
            .optional(),
          query: looseJson(z, matching(z))
            .describe('All that match; fields as in list-jobs')
            .optional(),
          withSavepoint: looseFlag(z)
            .describe('stop, restart: take a savepoint first')
            .optional(),
          acceptStateLoss: looseFlag(z)
            .describe(
              'Needed for jobs that would lose state (see losesState of the preview); else they are refused',
            )
            .optional(),
          reason: z.string().max(2000).describe('Why').optional(),
          preview: looseFlag(z)
            .describe('Only say what would happen; default false')
            .optional(),
        }),
      output: z =>
        z.object({
          id: z
            .string()
            .describe('Of the bulk request; absent in a preview')
            .optional(),
          result: answer(z, 'Counts, and items with one entry per job'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { preview, withSavepoint, targets, query, ...rest } = input as any;
      const request = {
        ...rest,
        ...(targets && {
          targets: targets.map((one: any) =>
            typeof one === 'string' ? { entityRef: one } : one,
          ),
        }),
        ...(query && { query }),
        ...(withSavepoint !== undefined && { params: { withSavepoint } }),
      };
      const caller = actionCaller(credentials);
      if (preview) {
        return { output: { result: await bulk.preview(caller, request) } };
      }
      const result = await bulk.request(caller, request);
      return { output: { id: result.id, result } };
    },
  });
}
