import {
  OperationParams,
  OperationPreview,
  PreviewedConfirmation,
  PreviewedLoss,
  Snapshot,
  Verb,
} from '@datalark/backstage-plugin-data-jobs-common';

/** What the loss of a verb depends on. */
export type LossFacts = {
  verb: Verb;
  params: OperationParams;
  jobName: string;
  /** Streaming, and not declared stateless. */
  keepsState: boolean;
  /** It goes on, or may: nobody knows. */
  mayGo: boolean;
  everDeployed: boolean;
  /** What a resume would use now. */
  restorePoint?: Snapshot;
  /** Where the next run would start from. */
  restoreFrom: OperationPreview['restoreFrom'];
};

const ENDS: readonly Verb[] = ['stop', 'suspend', 'delete'];

/** What would be lost, in the words of a preview. */
export function lossOf(facts: LossFacts): PreviewedLoss {
  const { verb, restoreFrom, mayGo } = facts;
  const none = (message: string): PreviewedLoss => ({ kind: 'none', message });
  if (verb === 'savepoint') return none('The state is untouched.');
  if (!facts.everDeployed) return none('Nothing ran yet: there is no state.');
  if (!facts.keepsState && verb !== 'restore') {
    return none('The job keeps no state between runs.');
  }
  if (restoreFrom.kind === 'new-savepoint') {
    return none('State is kept: a savepoint is taken first.');
  }
  if (ENDS.includes(verb)) {
    if (!mayGo) return none('Nothing runs, so nothing is lost.');
    return facts.restorePoint
      ? since('The run ends without a savepoint')
      : all('The run ends without a savepoint, and it has no snapshot');
  }
  if (restoreFrom.kind === 'nothing') {
    return all(
      facts.params.clean
        ? 'The job forgets its state'
        : 'No snapshot of the job is known',
    );
  }
  return mayGo
    ? since('The run is replaced')
    : none('State is kept: it starts from the newest snapshot.');
}

/** The word that has to be typed before something is lost for good. */
export function confirmationOf(
  facts: LossFacts,
): PreviewedConfirmation | undefined {
  const { verb, keepsState, mayGo } = facts;
  const word = facts.jobName;
  if (verb === 'delete') {
    return {
      word,
      because: 'The job, its versions and its history are forgotten.',
    };
  }
  const loss = lossOf(facts);
  const endsForGood =
    verb === 'stop' && keepsState && mayGo && loss.kind !== 'none';
  const goesBack = verb === 'restore' && mayGo;
  return loss.kind === 'all' || endsForGood || goesBack
    ? { word, because: loss.message }
    : undefined;
}

function since(how: string): PreviewedLoss {
  return {
    kind: 'since-snapshot',
    message: `${how}: state since the last snapshot is lost, and what came in since is read again where the source can.`,
  };
}

function all(how: string): PreviewedLoss {
  return {
    kind: 'all',
    message: `${how}: the next start is without any earlier state.`,
  };
}
