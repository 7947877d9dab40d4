import { JobQuery } from './Job';
import { ObservedState } from './Observation';
import { Operation, OperationParams, Surface } from './Operation';
import { Snapshot } from './Snapshot';

/** Verbs that can be asked of many jobs at once. @public */
export const BULK_VERBS = [
  'deploy',
  'stop',
  'suspend',
  'resume',
  'restart',
  'savepoint',
] as const;

/** One of {@link BULK_VERBS}. @public */
export type BulkVerb = (typeof BULK_VERBS)[number];

/** Deployments that one bulk request may name or match. @public */
export const BULK_LIMIT = 500;

/** One deployment; environment as in `DeploymentRef`. @public */
export type BulkTarget = { entityRef: string; environment?: string };

/** Which jobs match; as in the list, without paging. @public */
export type BulkQuery = Omit<JobQuery, 'sort' | 'order' | 'limit' | 'offset'>;

/** One verb for many: exactly one of `targets` and `query` is given. @public */
export type BulkRequest = {
  verb: BulkVerb;
  /** 1 to {@link BULK_LIMIT}. */
  targets?: BulkTarget[];
  /** All that match, at most {@link BULK_LIMIT}. */
  query?: BulkQuery;
  params?: Pick<OperationParams, 'withSavepoint' | 'drain' | 'clean'>;
  /** Why, for the history. */
  reason?: string;
  /** Needed for jobs that would lose state; without it they are refused. */
  acceptStateLoss?: boolean;
};

/**
 * What a verb would do to one deployment, as it stands now. `starts` and
 * `restarts` (it runs now) say from which state.
 *
 * @public
 */
export const BULK_EFFECTS = [
  'endsWithSavepoint',
  'endsWithoutSavepoint',
  'nothingRuns',
  'takesSavepoint',
  'startsFrom',
  'startsClean',
  'restartsWithSavepoint',
  'restartsFrom',
  'restartsClean',
] as const;

/** One of {@link BULK_EFFECTS}. @public */
export type BulkEffect = (typeof BULK_EFFECTS)[number];

/** What would become of one deployment. @public */
export type BulkPreviewItem = {
  entityRef: string;
  environment: string;
  /** Absent: there is no such job, or the caller may not see it. */
  title?: string;
  engine?: string;
  observed?: ObservedState;
  verdict: 'accepted' | 'refused';
  /** Why it is refused, and what to do. */
  reason?: string;
  /** Present when accepted. */
  effect?: BulkEffect;
  /** What state would be lost; absent: none. */
  losesState?: string;
  /** The snapshot it would start from; for `startsFrom` and `restartsFrom`. */
  restorePoint?: Pick<Snapshot, 'kind' | 'createdAt'>;
  versionBefore?: number;
  versionAfter?: number;
};

/** What a bulk request would do, one item per deployment. @public */
export type BulkPreview = {
  verb: BulkVerb;
  accepted: number;
  refused: number;
  items: BulkPreviewItem[];
};

/** One deployment of a bulk request: refused, or an operation. @public */
export type BulkItem = {
  entityRef: string;
  environment: string;
  /** Why it was refused. */
  refusal?: string;
  operation?: Pick<
    Operation,
    'id' | 'state' | 'startedAt' | 'endedAt' | 'error'
  > & {
    /** Name of the newest step. */
    step?: string;
  };
};

/** A bulk request and how it gets on; only what the reader may see. @public */
export type BulkOperation = {
  id: string;
  verb: BulkVerb;
  params: OperationParams;
  reason?: string;
  requestedBy: string;
  surface: Surface;
  createdAt: string;
  counts: Record<Operation['state'] | 'refused', number>;
  items: BulkItem[];
};
