import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseNumber,
  READS,
  strictInput,
} from '@datalark/backstage-plugin-data-entities-node';
import { JOB_SORT_KEYS } from '@datalark/backstage-plugin-data-jobs-common';
import { actionCaller, namedJob } from './actionContext';
import { jobFilters } from './jobFilters';
import { environmentName, jobName } from './jobInput';
import type { ActionServices } from './registerActions';

/** Actions that only look. */
export function registerReadActions(
  registry: ActionsRegistryService,
  { jobs, operations, engines, insights }: ActionServices,
): void {
  registry.register({
    name: 'list-jobs',
    title: 'List data jobs',
    description: `Lists data jobs (Flink SQL, Flink jar, SeaTunnel, ...) with their state, one row per job and environment.
Use it to find jobs, or all that are not well (health: degraded). Each row tells what is desired (running, suspended, stopped), what was observed on the engine (running, failed, unknown, ...), and health with reasons. "unknown" means the engine does not answer, not that the job failed.
Returns items and totalItems; page with offset.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          ...jobFilters(z),
          sort: z
            .enum(JOB_SORT_KEYS as unknown as [any])
            .describe('Default name; restorePoint is the age of the state')
            .optional(),
          order: z.enum(['asc', 'desc']).describe('Default asc').optional(),
          limit: looseNumber(z, z.number().int().min(1).max(200))
            .describe('Default 50')
            .optional(),
          offset: looseNumber(z, z.number().int().min(0))
            .describe('Default 0')
            .optional(),
        }),
      output: z =>
        z.object({
          items: z.array(answer(z, 'A job in one environment')),
          totalItems: z.number(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await jobs.list(actionCaller(credentials), input),
    }),
  });

  registry.register({
    name: 'get-job',
    title: 'Get a data job',
    description: `Returns everything about one data job: definition (spec), state in every environment, the operation under way if any, the last change, and per environment the restore point (the snapshot that a resume would start from now).`,
    attributes: READS,
    schema: {
      input: z => strictInput(z, { entityRef: jobName(z) }),
      output: z => z.object({ job: answer(z, 'The job') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        job: await jobs.get(
          actionCaller(credentials),
          namedJob(input.entityRef),
        ),
      },
    }),
  });

  registry.register({
    name: 'get-operation',
    title: 'Get an operation of a data job',
    description: `Returns an operation (a deploy, stop, savepoint, ...) by its id: state (pending, running, succeeded, failed, canceled), every step with its time and message, and the error when it failed. Deploying and stopping take a while: ask again every few seconds until the state is succeeded, failed or canceled.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          id: z.string().min(1).describe('Id that the verb returned'),
        }),
      output: z => z.object({ operation: answer(z, 'The operation') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        operation: await operations.get(actionCaller(credentials), input.id),
      },
    }),
  });

  registry.register({
    name: 'list-engines',
    title: 'List engines of data jobs',
    description: `Lists the engines that jobs can run on (Flink, SeaTunnel, ...): whether each answers, its version and free slots, the job types it takes (capabilities.jobTypes), and its problems with remedies. Use the name of an engine as spec.engine of a job.`,
    attributes: READS,
    schema: {
      input: z => strictInput(z, {}),
      output: z => z.object({ items: z.array(answer(z, 'An engine')) }),
    },
    action: async ({ credentials }) => ({
      output: { items: await engines.list(actionCaller(credentials)) },
    }),
  });

  registry.register({
    name: 'list-snapshots',
    title: 'List snapshots of a data job',
    description: `Lists savepoints and checkpoints that a job can be restored from, newest first, each with id, kind, location, time and the version that took it. Pass an id to restore-job. status "unavailable" with a reason means that nothing is known.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          environment: environmentName(z),
        }),
      output: z =>
        z.object({
          snapshots: answer(
            z,
            'status ok with value, or unavailable with reason',
          ),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        snapshots: await insights.snapshots(actionCaller(credentials), {
          entityRef: namedJob(input.entityRef),
          environment: input.environment,
        }),
      },
    }),
  });
}
