import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseFlag,
  looseNumber,
  strictInput,
  Z,
} from '@datalark/backstage-plugin-data-entities-node';
import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { VERB_NEEDS, VERB_PARAMS } from '../operations/verbRules';
import { actionCaller, namedJob } from './actionContext';
import { environmentName, jobName } from './jobInput';
import type { ActionServices } from './registerActions';

type VerbAction = {
  verb: Verb;
  title: string;
  description: string;
  destructive: boolean;
};

/** Verbs that can lose state. */
const LOSES: Verb[] = [
  'deploy',
  'stop',
  'restart',
  'restore',
  'rollback',
  'delete',
];

const LATER =
  'Returns at once with operationId: pass it to get-operation until the operation has ended.';

const ACTIONS: VerbAction[] = [
  {
    verb: 'deploy',
    title: 'Deploy a data job',
    description: `Runs a version of a data job (default: the newest). A running job is upgraded by its upgradeMode and keeps its state (savepoint, last-state) or not (stateless); one that does not run starts from its restore point. The definition is checked before what runs is touched. ${LATER}`,
    destructive: true,
  },
  {
    verb: 'stop',
    title: 'Stop a data job',
    description: `Ends the run of a data job for good, by default without a savepoint; nothing starts it again by itself. Use suspend-job when it shall go on later from where it was. ${LATER}`,
    destructive: true,
  },
  {
    verb: 'suspend',
    title: 'Suspend a data job',
    description: `Ends the run of a data job with a savepoint, so that resume-job can go on from it. ${LATER}`,
    destructive: true,
  },
  {
    verb: 'resume',
    title: 'Resume a data job',
    description: `Runs a suspended, stopped or failed data job again, from its restore point. ${LATER}`,
    destructive: false,
  },
  {
    verb: 'restart',
    title: 'Restart a data job',
    description: `Stops a data job and runs the same version again from the restore point, in one operation; for a job that hangs, set withSavepoint: false. ${LATER}`,
    destructive: true,
  },
  {
    verb: 'savepoint',
    title: 'Take a savepoint of a data job',
    description: `Takes a savepoint of a running data job, which goes on running. ${LATER}`,
    destructive: false,
  },
  {
    verb: 'restore',
    title: 'Restore a data job',
    description: `Runs a data job from a snapshot (see list-snapshots); what runs now is cancelled, and what it did since that snapshot is done again. ${LATER}`,
    destructive: true,
  },
  {
    verb: 'rollback',
    title: 'Roll a data job back',
    description: `Deploys an older version of a data job; its state is kept as in deploy-job. ${LATER}`,
    destructive: true,
  },
  {
    verb: 'delete',
    title: 'Delete a data job',
    description: `Stops a data job that the portal owns in all environments and forgets it with its versions, runs and snapshots. Cannot be undone. A job written in Git is refused: it is removed in Git. ${LATER}`,
    destructive: true,
  },
];

/** The parameters of all verbs. */
export const PARAMS = (z: Z) => ({
  version: looseNumber(z, z.number().int().min(1)).describe(
    'Version of the definition',
  ),
  clean: looseFlag(z).describe(
    'Forget all state and start clean; default false',
  ),
  allowNonRestoredState: looseFlag(z).describe(
    'Start although state of removed operators is dropped; default false',
  ),
  acceptRisk: looseFlag(z).describe(
    'Take the state over although the comparison of the definitions says it is risky; default false. Without it such an upgrade ends before anything is touched',
  ),
  promoteFrom: z
    .string()
    .min(1)
    .describe(
      'Deploy the version that runs in this other environment, in place of version',
    ),
  withSavepoint: looseFlag(z).describe(
    'Take a savepoint first; default for stop: false, else by upgradeMode',
  ),
  drain: looseFlag(z).describe(
    'Process all in-flight windows before the end; default false',
  ),
  snapshot: z
    .string()
    .min(1)
    .describe('Id of a known snapshot, or a location that the engine can read'),
});

/** One action per verb. */
export function registerVerbActions(
  registry: ActionsRegistryService,
  { operations }: ActionServices,
): void {
  for (const action of ACTIONS) {
    const names = VERB_PARAMS[action.verb];
    registry.register({
      name: `${action.verb}-job`,
      title: action.title,
      description: action.description,
      attributes: {
        readOnly: false,
        destructive: action.destructive,
        idempotent: false,
      },
      schema: {
        input: z =>
          strictInput(z, {
            entityRef: jobName(z),
            environment: environmentName(z),
            reason: z.string().max(2000).describe('Why').optional(),
            ...(LOSES.includes(action.verb) && {
              acceptStateLoss: looseFlag(z)
                .describe(
                  'Needed when state would be lost for good: a stop without a savepoint, a clean start, going back, a delete; preview-operation tells. Default false',
                )
                .optional(),
            }),
            ...paramsOf(z, action.verb),
          }),
        output: z =>
          z.object({
            operationId: z.string(),
            operation: answer(z, 'The record of the operation'),
          }),
      },
      action: async ({ input, credentials }) => {
        const given = input as Record<string, any>;
        const params = Object.fromEntries(
          names
            .filter(name => given[name] !== undefined)
            .map(name => [name, given[name]]),
        );
        const operation = await operations.request(actionCaller(credentials), {
          entityRef: namedJob(given.entityRef),
          environment: given.environment,
          verb: action.verb,
          reason: given.reason,
          acceptStateLoss: given.acceptStateLoss,
          params,
        });
        return { output: { operationId: operation.id, operation } };
      },
    });
  }
}

function paramsOf(z: Z, verb: Verb) {
  const all = PARAMS(z);
  return Object.fromEntries(
    VERB_PARAMS[verb].map(name => [
      name,
      name === VERB_NEEDS[verb] ? all[name] : all[name].optional(),
    ]),
  );
}
