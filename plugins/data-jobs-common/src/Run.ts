import { ObservedState } from './Observation';

/**
 * One incarnation of a deployment on an engine.
 *
 * @public
 */
export type Run = {
  id: string;
  entityRef: string;
  environment: string;
  engine: string;
  engineJobId: string;
  /** Version of the definition that was submitted; 0: not known, the run was adopted. */
  version: number;
  state: ObservedState;
  /** ISO 8601, UTC. When the submission was recorded. */
  startedAt: string;
  endedAt?: string;
  /** Location of the snapshot it was restored from. */
  restoredFrom?: string;
  records?: { read?: number; written?: number };
  message?: string;
};
