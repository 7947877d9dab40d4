import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseFlag,
  READS,
  strictInput,
} from '@datalark/backstage-plugin-data-entities-node';
import { actionCaller, namedJob } from './actionContext';
import { environmentName, jobName } from './jobInput';
import type { ActionServices } from './registerActions';

/** Actions about jobs that nobody declared. */
export function registerAdoptActions(
  registry: ActionsRegistryService,
  { adopt, jobs }: ActionServices,
): void {
  registry.register({
    name: 'list-unmanaged-jobs',
    title: 'List jobs on engines that nobody declared',
    description:
      'Lists jobs that run on the engines and are not known to the portal, with engine, engineJobId, name, state and since when. Pass engine and engineJobId to adopt-job to take one on.',
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          engine: z.string().describe('Name of one engine').optional(),
        }),
      output: z => z.object({ items: z.array(answer(z, 'A job')) }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        items: await adopt.list(actionCaller(credentials), input.engine),
      },
    }),
  });

  registry.register({
    name: 'export-job',
    title: 'Export a data job as YAML',
    description:
      'Returns a data job as the text of a catalog-info.yaml for Git, exactly as the portal knows it. To let Git own a job that the portal owns, commit the text, register its location in the catalog, and call hand-over-job; its run goes on.',
    attributes: READS,
    schema: {
      input: z => strictInput(z, { entityRef: jobName(z) }),
      output: z => z.object({ yaml: z.string() }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        yaml: await jobs.exportYaml(
          actionCaller(credentials),
          namedJob(input.entityRef),
        ),
      },
    }),
  });

  registry.register({
    name: 'hand-over-job',
    title: 'Let Git take a data job over',
    description:
      'Lets an entity from Git of the same kind, namespace and name take over a data job that the portal owns (see export-job); until one does, the portal goes on owning it. Nothing is deployed or stopped. toGit: false takes that back.',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          toGit: looseFlag(z).describe('Default true').optional(),
        }),
      output: z => z.object({ job: answer(z, 'The job') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        job: await jobs.handOver(
          actionCaller(credentials),
          namedJob(input.entityRef),
          input.toGit ?? true,
        ),
      },
    }),
  });

  registry.register({
    name: 'adopt-job',
    title: 'Take on a job that nobody declared',
    description:
      'Takes on a job that runs on an engine and is not declared (see list-unmanaged-jobs), without touching its run: afterwards the portal shows it and can stop, suspend or save it. Either as a new job that the portal owns (owner, optionally name), whose definition is unknown until update-job gives one, or as the run of a declared job that does not run (entityRef).',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        strictInput(z, {
          engine: z.string().min(1).describe('Name of the engine'),
          engineJobId: z.string().min(1).describe("The engine's id of the job"),
          entityRef: z
            .string()
            .describe('A declared job that does not run, instead of a new one')
            .optional(),
          environment: environmentName(z),
          name: z
            .string()
            .describe('Name of the new job; default: made from its own')
            .optional(),
          owner: z
            .string()
            .describe('Owner of the new job, such as group:default/shop')
            .optional(),
          title: z.string().optional(),
          processing: z.enum(['streaming', 'batch']).optional(),
        }),
      output: z => z.object({ job: answer(z, 'The job') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        job: await adopt.adopt(actionCaller(credentials), {
          ...input,
          entityRef: input.entityRef && namedJob(input.entityRef),
        }),
      },
    }),
  });
}
