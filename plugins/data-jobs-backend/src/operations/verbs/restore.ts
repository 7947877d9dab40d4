import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';
import { checkDefinition, planOf } from '../steps/checkDefinition';
import { compareState } from '../steps/compareState';
import { endRun } from '../steps/endRun';
import { submitJob } from '../steps/submitJob';

/** Runs the deployed version from a chosen snapshot; what ran is cancelled. */
export async function restore(run: OperationRun): Promise<void> {
  const plan = await planOf(run, run.operation.versionAfter!);
  await checkDefinition(run, plan);
  const snapshot = await run.remember('restoreFrom', () =>
    chosenSnapshot(run, plan.spec.engine),
  );
  await compareState(run, plan, snapshot);
  await endRun(run, 'cancel');
  await submitJob(run, plan, snapshot);
}

async function chosenSnapshot(
  run: OperationRun,
  engineName: string,
): Promise<Snapshot> {
  const wanted = run.operation.params.snapshot!;
  const deployment = await run.deployment();
  const known = await run.db(stores =>
    stores.snapshots.find(deployment, wanted),
  );
  if (known) return known;
  if (!run.deps.engines.get(engineName).capabilities.restoreFromLocation) {
    throw new OperationFailed(
      `The snapshot "${wanted}" is not known any more: the engine may have dropped it.`,
    );
  }
  // From now on it is the restore point, so it is written down.
  const snapshot: Snapshot = {
    id: wanted,
    kind: 'savepoint',
    location: wanted,
    createdAt: new Date().toISOString(),
    engineJobId: '',
  };
  if (!run.isRehearsal) {
    await run.db(stores => stores.snapshots.record(deployment, snapshot));
  }
  return snapshot;
}
