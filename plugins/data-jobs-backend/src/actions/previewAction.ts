import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  READS,
  strictInput,
} from '@datalark/backstage-plugin-data-entities-node';
import {
  OperationParams,
  VERBS,
} from '@datalark/backstage-plugin-data-jobs-common';
import { actionCaller, namedJob } from './actionContext';
import { environmentName, jobName } from './jobInput';
import type { ActionServices } from './registerActions';
import { PARAMS } from './verbActions';

/** The action that tells what a verb would do. */
export function registerPreviewAction(
  registry: ActionsRegistryService,
  { operations }: ActionServices,
): void {
  registry.register({
    name: 'preview-operation',
    title: 'Preview an operation on a data job',
    description: `Tells what a verb (deploy, stop, restore, ...) would do to a data job, without doing it: the steps in order, from which snapshot it would start (restoreFrom), what would be lost (loss), whether the new definition can take over the state of the old one (compatibility, with reasons), how long it took last time, warnings, and why it would be refused (refusal).
When confirmation is there, the verb needs acceptStateLoss: true. When choiceNeeded is true, it needs one of clean, allowNonRestoredState, acceptRisk. Takes the same parameters as the verb's own action.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: jobName(z),
          environment: environmentName(z),
          verb: z.enum([...VERBS]).describe('What would be asked for'),
          ...optional(PARAMS(z)),
        }),
      output: z => z.object({ preview: answer(z, 'The preview') }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef, environment, verb, ...params } = input;
      return {
        output: {
          preview: await operations.preview(actionCaller(credentials), {
            entityRef: namedJob(entityRef),
            environment,
            verb,
            params: params as OperationParams,
          }),
        },
      };
    },
  });
}

type Optionals<T> = {
  [K in keyof T]: T[K] extends { optional(): infer O } ? O : never;
};

function optional<T extends Record<string, { optional(): any }>>(
  shape: T,
): Optionals<T> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, one]) => [name, one.optional()]),
  ) as Optionals<T>;
}
