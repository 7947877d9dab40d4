import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseFlag,
  looseObject,
  READS,
  strictInput,
  Z,
} from '@datalark/backstage-plugin-data-entities-node';
import { JobSpec } from '@datalark/backstage-plugin-data-jobs-common';
import { actionCaller, namedJob } from './actionContext';
import { jobName } from './jobInput';
import type { ActionServices } from './registerActions';

const SPEC = `spec fields: type (flink-sql, flink-jar, seatunnel, flink-cdc), lifecycle (e.g. experimental, production), owner (e.g. group:default/shop), engine (see list-engines), definition (flink-sql: {"sql": "..."}; flink-jar: {"jar": "uploaded:<sha256>", "mainClass"?, "args"?}; seatunnel: {"config": "<HOCON or JSON text, or an object>", "format"?: "hocon"|"json"}; flink-cdc: {"pipeline": "<YAML>"}), and optionally system, processing (streaming, batch), upgradeMode (savepoint, last-state, stateless), parallelism, configuration (flat map of engine options), variables (map; \${NAME} in the definition), environments. \${secret:name} stands for a secret: never write one down.`;

const content = (z: Z) => ({
  title: z.string().max(300).describe('Name for people').optional(),
  description: z
    .string()
    .max(10_000)
    .describe('What the job is for')
    .optional(),
  spec: looseObject(z).describe(SPEC),
  message: z.string().max(2000).describe('Why, for the history').optional(),
});

const identity = (z: Z) => ({
  name: z
    .string()
    .min(1)
    .max(63)
    .describe('Letters, digits, and - _ . between them'),
  namespace: z.string().max(63).describe('Default: default').optional(),
});

const deploy = (z: Z) =>
  looseFlag(z).describe('Also run it; default false').optional();

const changed = (z: Z) =>
  z.object({
    entityRef: z.string(),
    version: z.number(),
    operationId: z.string().optional(),
    job: answer(z, 'The job'),
  });

/** Actions that check, register and change jobs. */
export function registerWriteActions(
  registry: ActionsRegistryService,
  { jobs }: ActionServices,
): void {
  registry.register({
    name: 'validate-job',
    title: 'Check a data job',
    description: `Checks a data job without creating anything: the shape of the spec, variables and secrets, and the engine's own opinion of the definition. Use it before register-job or update-job. Returns problems, each with severity, message, remedy and place; no problem of severity "error" means that it can be registered. ${SPEC}`,
    attributes: READS,
    schema: {
      input: z => strictInput(z, { ...identity(z), ...content(z) }),
      output: z => z.object({ problems: z.array(answer(z, 'A problem')) }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        problems: await jobs.validate(actionCaller(credentials), {
          ...input,
          spec: input.spec as JobSpec,
        }),
      },
    }),
  });

  registry.register({
    name: 'register-job',
    title: 'Register a data job',
    description: `Registers a new data job that the portal owns, and with deploy: true also runs it. A wrong definition, a name that is taken, or a job that cannot be deployed is refused, and nothing is created. Returns the job's entityRef, and operationId when it is being deployed: pass that to get-operation until it has ended. ${SPEC}`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        strictInput(z, { ...identity(z), ...content(z), deploy: deploy(z) }),
      output: changed,
    },
    examples: [
      {
        title: 'A Flink SQL job that starts at once',
        input: {
          name: 'orders-copy',
          deploy: true,
          spec: {
            type: 'flink-sql',
            lifecycle: 'experimental',
            owner: 'group:default/shop',
            engine: 'local-flink',
            definition: {
              sql: "CREATE TABLE a (id INT) WITH ('connector'='datagen'); CREATE TABLE b (id INT) WITH ('connector'='blackhole'); INSERT INTO b SELECT id FROM a;",
            },
          },
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const result = await jobs.register(actionCaller(credentials), {
        ...input,
        spec: input.spec as JobSpec,
      });
      return { output: shown(result) };
    },
  });

  registry.register({
    name: 'update-job',
    title: 'Change a data job',
    description: `Writes a new version of a data job that the portal owns; the spec replaces the old one as a whole, so start from get-job. With deploy: true the running job is upgraded by its upgradeMode, keeping its state; when that cannot be asked for, the version stays written and the error says so. A job written in Git is refused: it is changed in Git. ${SPEC}`,
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          ...content(z),
          deploy: deploy(z),
        }),
      output: changed,
    },
    action: async ({ input, credentials }) => {
      const { entityRef, ...rest } = input;
      const result = await jobs.update(
        actionCaller(credentials),
        namedJob(entityRef),
        { ...rest, spec: rest.spec as JobSpec },
      );
      return { output: shown(result) };
    },
  });
}

function shown({
  job,
  operation,
}: Awaited<ReturnType<ActionServices['jobs']['register']>>) {
  return {
    entityRef: job.entityRef,
    version: job.latestVersion,
    ...(operation && { operationId: operation.id }),
    job,
  };
}
