import {
  Deployment,
  OperationParams,
  Snapshot,
  Verb,
  mayBeLive,
} from '@datalark/backstage-plugin-data-jobs-common';

/** What becomes of the state; `kind` is a key of the texts under `dialog.loss`. */
export type StateConsequence =
  | {
      kind:
        | 'stateless'
        | 'batch'
        | 'kept'
        | 'first'
        | 'savepointTaken'
        | 'untouched'
        | 'all'
        | 'notRunningNone'
        | 'choose'
        | 'noneToResume'
        | 'location';
    }
  | { kind: 'keptFrom' | 'since' | 'notRunning'; snapshot: Snapshot };

/** What the consequence depends on. */
export type ConsequenceInput = {
  verb: Verb;
  params: OperationParams;
  processing: 'streaming' | 'batch';
  upgradeMode: 'stateless' | 'savepoint' | 'last-state';
  deployment: Deployment;
  restorePoint?: Snapshot;
  /** The snapshot that `params.snapshot` names, if it is a known one. */
  chosen?: Snapshot;
};

/** Tells what a verb does to the job's state, before anybody asks for it. */
export function stateConsequence(input: ConsequenceInput): StateConsequence {
  const { verb, params, deployment, restorePoint } = input;
  if (verb === 'savepoint') return { kind: 'untouched' };
  if (input.processing === 'batch') return { kind: 'batch' };
  // These verbs take or use a snapshot, whatever the upgrades do.
  const usesSnapshot = ['suspend', 'resume', 'restore'].includes(verb);
  if (input.upgradeMode === 'stateless' && !usesSnapshot) {
    return { kind: 'stateless' };
  }
  const { state } = deployment.observation;
  const runs = mayBeLive(state);
  const fromRestorePoint: StateConsequence = restorePoint
    ? { kind: 'keptFrom', snapshot: restorePoint }
    : { kind: 'all' };
  const lostSince: StateConsequence = restorePoint
    ? { kind: 'since', snapshot: restorePoint }
    : { kind: 'all' };
  const ended: StateConsequence = restorePoint
    ? { kind: 'notRunning', snapshot: restorePoint }
    : { kind: 'notRunningNone' };

  switch (verb) {
    case 'deploy':
    case 'rollback':
      if (deployment.deployedVersion === undefined) return { kind: 'first' };
      if (params.clean) return { kind: 'all' };
      if (!runs) return fromRestorePoint;
      return input.upgradeMode === 'savepoint' ? { kind: 'kept' } : lostSince;
    case 'stop':
    case 'delete':
      if (!runs) return ended;
      return params.withSavepoint ? { kind: 'savepointTaken' } : lostSince;
    case 'suspend':
      return { kind: 'savepointTaken' };
    case 'resume':
      return restorePoint ? fromRestorePoint : { kind: 'noneToResume' };
    case 'restart':
      if (!runs) return fromRestorePoint;
      return params.withSavepoint ? { kind: 'kept' } : lostSince;
    case 'restore':
      if (!params.snapshot) return { kind: 'choose' };
      if (!input.chosen) return { kind: 'location' };
      return !runs && input.chosen.id === restorePoint?.id
        ? fromRestorePoint
        : { kind: 'since', snapshot: input.chosen };
    default:
      return { kind: 'untouched' };
  }
}

/** Tells whether a person has to accept the consequence. */
export function losesState(consequence: StateConsequence): boolean {
  return ['all', 'since', 'location'].includes(consequence.kind);
}
