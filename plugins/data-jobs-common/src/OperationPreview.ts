import { DefinitionProblem } from './DefinitionProblem';
import { DesiredState, Observation } from './Observation';
import { OperationParams } from './Operation';
import { Snapshot } from './Snapshot';
import { StateCompatibility } from './StateCompatibility';
import { Verb } from './Verb';

/** One step that an operation would take; names are those of its later record. @public */
export type PreviewedStep = {
  name: string;
  /** What it would find or do. */
  message?: string;
  /** There would be nothing to do. */
  skipped?: boolean;
};

/**
 * What would become of the job's state.
 *
 * - `none`: nothing is lost: state is kept, or there is none
 * - `since-snapshot`: what was processed after {@link OperationPreview.restoreFrom} is done again from there
 * - `all`: the next start is without earlier state
 *
 * @public
 */
export type PreviewedLoss = {
  kind: 'none' | 'since-snapshot' | 'all';
  /** A sentence. */
  message: string;
};

/** A word that has to be typed, because something would be lost for good. @public */
export type PreviewedConfirmation = { word: string; because: string };

/**
 * What a verb would do, told without doing it. Times are ISO 8601, UTC.
 *
 * @public
 */
export type OperationPreview = {
  entityRef: string;
  environment: string;
  verb: Verb;
  params: OperationParams;
  engine: string;
  /** Planned by the code that carries the verb out. */
  steps: PreviewedStep[];
  /** Why it would be refused or fail as things are; the steps end there. */
  refusal?: { message: string; problems?: DefinitionProblem[] };
  before: { version?: number; state: Observation['state']; observedAt: string };
  /** `desired` absent: stays as it is. `removed`: the job is forgotten. */
  after: { version?: number; desired?: DesiredState; removed?: boolean };
  /**
   * Where the next run would take its state from: a known snapshot, one that
   * the operation takes itself (`new-savepoint`), or nothing.
   */
  restoreFrom:
    | { kind: 'snapshot'; snapshot: Snapshot }
    | { kind: 'new-savepoint' }
    | { kind: 'nothing' };
  loss: PreviewedLoss;
  /** Median of the last operations of this verb on this deployment that succeeded. */
  lastTook?: { medianMs: number; operations: number };
  warnings: string[];
  confirmation?: PreviewedConfirmation;
  /** Of an upgrade that carries state. */
  compatibility?: StateCompatibility;
  /** A choice has to be made before the verb is accepted: see `OperationParams`. */
  choiceNeeded: boolean;
};
