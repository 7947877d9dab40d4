import { LineageEdge, VisibleNode } from './LineageGraph';
import { Origin } from './Origin';

/** In what way the origins of lineage disagree. @public */
export type DriftKind =
  | 'declared-not-observed'
  | 'observed-not-declared'
  | 'inferred-not-observed'
  | 'observed-not-inferred';

/** One disagreement. @public */
export type DriftItem = {
  /** Stable for the same kind and edge. */
  id: string;
  kind: DriftKind;
  from: VisibleNode;
  to: VisibleNode;
  edge: LineageEdge;
  /** The origin that knows of the edge. */
  known: Origin;
  since: string;
};

/** @public */
export type DriftQuery = {
  /** Only drift at this entity. */
  entityRef?: string;
  kinds?: DriftKind[];
  /** Entity ref. */
  owner?: string;
  limit?: number;
  cursor?: string;
};

/**
 * A job whose definition or declaration has nothing to be compared with, or one
 * dataset that it reads in a way that its producer cannot see.
 *
 * @public
 */
export type NotCompared = {
  job: VisibleNode;
  /** Of `lookup-not-reported`: what is looked up. */
  dataset?: VisibleNode;
  /**
   * `engine-does-not-report`: it runs, and nobody tells what a run reads and
   * writes. `never-seen-running`: no run is known. `lookup-not-reported`: its runs
   * tell what they read, but lookups of `dataset` are not seen by listeners.
   */
  reason:
    | 'engine-does-not-report'
    | 'never-seen-running'
    | 'lookup-not-reported';
};

/** @public */
export type DriftPage = {
  items: DriftItem[];
  nextCursor?: string;
  /**
   * On the first page: jobs that are not compared. With `entityRef` those at the
   * entity; else those that run, at most 200.
   */
  notCompared?: NotCompared[];
};
