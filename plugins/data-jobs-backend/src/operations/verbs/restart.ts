import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { OperationRun } from '../OperationRun';
import { restorePoint } from '../restorePoint';
import { checkDefinition, planOf } from '../steps/checkDefinition';
import { EndMode, endRun } from '../steps/endRun';
import { submitJob } from '../steps/submitJob';

/** Stops the job and runs the same version again, from the restore point. */
export async function restart(run: OperationRun): Promise<void> {
  const plan = await planOf(run, run.operation.versionAfter!);
  await checkDefinition(run, plan);
  const { withSavepoint } = run.operation.params;
  const stateless =
    withSavepoint === undefined &&
    (plan.spec.upgradeMode === 'stateless' || plan.spec.processing === 'batch');
  let mode: EndMode = 'last-state';
  if (stateless) mode = 'cancel';
  else if (withSavepoint ?? plan.spec.upgradeMode === 'savepoint') {
    mode = 'savepoint';
  }
  const ended = await endRun(run, mode);
  const snapshot = await run.remember<Snapshot | undefined>(
    'restoreFrom',
    async () => {
      if (stateless) return undefined;
      if (ended.snapshot) return ended.snapshot;
      const deployment = await run.deployment();
      return run.db(stores => restorePoint(deployment, stores));
    },
  );
  await submitJob(run, plan, snapshot);
}
