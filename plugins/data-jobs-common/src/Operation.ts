import { Verb } from './Verb';
import { DefinitionProblem } from './DefinitionProblem';
import { StateCompatibility } from './StateCompatibility';

/** Where a request came from. @public */
export type Surface = 'page' | 'action' | 'api' | 'catalog' | 'schedule';

/** Life of an operation; the last three are final. @public */
export type OperationState =
  | 'pending'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'canceled';

/** One step of an operation, as it happened. Times are ISO 8601, UTC. @public */
export type OperationStep = {
  name: string;
  state: 'running' | 'succeeded' | 'failed' | 'skipped';
  startedAt: string;
  endedAt?: string;
  message?: string;
};

/** What a verb may be told. Fields that a verb does not know are refused. @public */
export type OperationParams = {
  /** `deploy`, `rollback`: version of the definition; default: the newest. */
  version?: number;
  /** `stop`, `delete`, `restart`: take a savepoint first. Default: by `upgradeMode`, for `stop` false. */
  withSavepoint?: boolean;
  /** `stop`: process all in-flight windows before the end (Flink's drain). */
  drain?: boolean;
  /** `restore`: id of a known snapshot, or a location that the engine can read. */
  snapshot?: string;
  /** `deploy`, `restore`, `rollback`: start although state of removed operators is dropped. */
  allowNonRestoredState?: boolean;
  /** `deploy`, `rollback`: forget all state and start clean. */
  clean?: boolean;
  /** `deploy`, `rollback`: take the state over although it is not certain to fit. */
  acceptRisk?: boolean;
  /** `deploy`: the version that runs in this environment, in place of `version`. */
  promoteFrom?: string;
};

/**
 * A durable record of a verb: who, why, from where, and every step with its
 * time. Executed by one replica; resumed by another if that one dies.
 *
 * @public
 */
export type Operation = {
  id: string;
  entityRef: string;
  environment: string;
  verb: Verb;
  params: OperationParams;
  state: OperationState;
  steps: OperationStep[];
  /** Entity ref of a user, `service:…`, `catalog` when Git asked, `schedule` when its time came. */
  requestedBy: string;
  surface: Surface;
  reason?: string;
  versionBefore?: number;
  versionAfter?: number;
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
  /** Present when `state` is failed: what, where, and what to do. */
  error?: { message: string; problems?: DefinitionProblem[] };
  /** What was found out and chosen about the state; absent when nothing was. */
  decision?: OperationDecision;
};

/** Why an operation treats the state as it does, for the history. @public */
export type OperationDecision = {
  /** Verdict on the definition that was deployed. */
  compatibility?: StateCompatibility;
  /** What was chosen in view of it. `clean`: without state; `drop`: state that has no operator is dropped. */
  choice?: 'restore' | 'drop' | 'clean';
  /** The word was typed, or the loss accepted by an agent. */
  lossAccepted?: boolean;
};
