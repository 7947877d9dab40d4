import { ObservedState } from './Observation';

/**
 * A job that runs on an engine and that no deployment of the portal is. Times
 * are ISO 8601, UTC.
 *
 * @public
 */
export type UnmanagedJob = {
  engine: string;
  engineJobId: string;
  /** As the engine shows it. */
  name: string;
  state: ObservedState;
  /** When the engine started it, where it tells. */
  startedAt?: string;
  /** When the portal first saw it. */
  firstSeenAt: string;
  /** The name as a job could have it. */
  suggestedName: string;
  /** Declared jobs that could be meant: of that name, without a run of their own. */
  candidates: Array<{ entityRef: string; environment: string }>;
};

/**
 * How to take a job on: as a new job that the portal owns (`name`, `owner`), or
 * as the run of a declared one (`entityRef`).
 *
 * @public
 */
export type AdoptInput = {
  engine: string;
  engineJobId: string;
  /** A declared job without a run of its own. */
  entityRef?: string;
  /** Of the declared job; default `default`. */
  environment?: string;
  /** Of the new job; default: the suggested one. */
  name?: string;
  /** Default `default`. */
  namespace?: string;
  title?: string;
  /** Entity ref; needed for a new job. */
  owner?: string;
  /** `spec.type` of the new job; default: the engine's only type, else `unknown`. */
  type?: string;
  /** Default `streaming`. */
  processing?: 'streaming' | 'batch';
};
