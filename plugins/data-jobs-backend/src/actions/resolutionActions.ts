import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseNumber,
  READS,
  strictInput,
  Z,
} from '@datalark/backstage-plugin-data-entities-node';
import { actionCaller, namedJob } from './actionContext';
import { environmentName, jobName } from './jobInput';
import type { ActionServices } from './registerActions';

const version = (z: Z) =>
  looseNumber(z, z.number().int().min(1))
    .describe('Version; default: the one that runs in the environment')
    .optional();

/** Actions that show jobs as environments run them. */
export function registerResolutionActions(
  registry: ActionsRegistryService,
  { resolutions }: ActionServices,
): void {
  registry.register({
    name: 'resolve-job',
    title: 'Resolve a data job',
    description:
      'Returns a data job as one environment runs it: definition with variables in place, and every setting, configuration key and variable with where it comes from (engine, default, portal, spec, environment). Secrets stay references.',
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          environment: environmentName(z),
          version: version(z),
        }),
      output: z => z.object({ resolved: answer(z, 'The resolved job') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        resolved: await resolutions.resolve(
          actionCaller(credentials),
          namedJob(input.entityRef),
          input,
        ),
      },
    }),
  });

  registry.register({
    name: 'compare-environments',
    title: 'Compare environments of a data job',
    description:
      'Returns what differs between two environments of a data job (versions, settings, configuration, variables, names of secrets, the resolved definition), or between two versions in one environment. Use it before deploy-job with promoteFrom: compare the target as it is with the target at the version to promote.',
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          from: environmentName(z),
          fromVersion: version(z),
          to: environmentName(z),
          toVersion: version(z),
        }),
      output: z => z.object({ comparison: answer(z, 'What differs') }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        comparison: await resolutions.compare(
          actionCaller(credentials),
          namedJob(input.entityRef),
          { environment: input.from, version: input.fromVersion },
          { environment: input.to, version: input.toVersion },
        ),
      },
    }),
  });
}
