/**
 * A savepoint or a checkpoint from which a job can be restored.
 *
 * @public
 */
export type Snapshot = {
  /** Unique within the deployment. */
  id: string;
  kind: 'savepoint' | 'checkpoint';
  /** Where the engine keeps it, e.g. `file:/…/savepoint-1`; for Zeta the job id. */
  location: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  sizeBytes?: number;
  durationMs?: number;
  /** Incarnation that took it. */
  engineJobId: string;
  runId?: string;
  /** Definition version that took it. */
  version?: number;
  /** Who asked for it; absent for the engine's own checkpoints. */
  triggeredBy?: string;
};
