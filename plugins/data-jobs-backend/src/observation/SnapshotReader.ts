import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../database/DeploymentStore';
import { recordSnapshots } from '../operations/steps/recordSnapshots';
import { restorePoint } from '../operations/restorePoint';
import { sleep } from '../sleep';
import type { ObserverDeps } from './EngineObserver';
import { RunHealth } from './RunHealth';

const EVERY_MS = 10_000;
/** The cost of a thousand jobs is to be that of ten. */
const FASTEST_MS = 1_500;
/** A new job has no restore point that anybody knows of yet. */
const NEW_MS = 500;
const SLOWEST_MS = 5_000;
const CALL_MS = 10_000;

/**
 * Reads the snapshots of running jobs, one job at a time, so that a restore
 * point is known even after the engine has died.
 */
export class SnapshotReader {
  constructor(
    private readonly engine: JobEngine,
    private readonly deps: ObserverDeps & { health: RunHealth },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { stores, logger, redactor, snapshotsEveryMs = EVERY_MS } = this.deps;
    while (!signal.aborted) {
      let pauseMs = SLOWEST_MS;
      try {
        const { running, next } = await stores.deployments.nextForSnapshots(
          this.engine.name,
        );
        const isNew = next && !next.snapshotsCheckedAt;
        if (next) await this.#read(next, signal);
        pauseMs = isNew
          ? NEW_MS
          : Math.max(FASTEST_MS, snapshotsEveryMs / Math.max(1, running));
        pauseMs = Math.min(pauseMs, SLOWEST_MS, snapshotsEveryMs);
      } catch (error) {
        logger.debug(
          `Snapshots on ${this.engine.name} were not read: ${redactor.message(
            error,
          )}`,
        );
      }
      await sleep(pauseMs, signal);
    }
  }

  async #read(before: StoredDeployment, signal: AbortSignal): Promise<void> {
    const { stores, changes, health } = this.deps;
    const lookedAt = Date.now();
    const checkedAt = new Date(lookedAt).toISOString();
    await stores.deployments.update(before, { snapshotsCheckedAt: checkedAt });
    const id = before.observation.engineJobId!;
    const told = await this.engine.snapshots(id, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]),
    });
    // Meanwhile another run may have begun.
    const now = await stores.deployments.get(before);
    if (now?.runId !== before.runId) return;
    if (told.length) {
      const known = await restorePoint(now!, stores);
      await recordSnapshots(stores, now!, id, told);
      const newest = await restorePoint(now!, stores);
      if (known?.location !== newest?.location) {
        changes.jobChanged(before.entityRef);
      }
    }
    await health.noteSnapshots(now!, lookedAt);
  }
}
