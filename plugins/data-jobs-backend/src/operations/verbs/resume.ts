import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';
import { restorePoint } from '../restorePoint';
import { checkDefinition, planOf } from '../steps/checkDefinition';
import { incarnation, isLive, lookAtJob, seenAtJob } from '../steps/lookAtJob';
import { readSnapshots } from '../steps/readSnapshots';
import { submitJob } from '../steps/submitJob';

/** Runs the deployed version again from the restore point. */
export async function resume(run: OperationRun): Promise<void> {
  const plan = await planOf(run, run.operation.versionAfter!);
  await checkDefinition(run, plan);
  const goesOn = await run.step(
    'Look at the job',
    async step => {
      const present = incarnation(run, await run.deployment());
      if (!present) return false;
      const { engine, engineJobId } = present;
      const job = await lookAtJob(run, step, engine, engineJobId);
      // A run that ended outside may have left newer checkpoints than were seen.
      if (!isLive(job)) {
        const { environment } = run.operation;
        await readSnapshots(run, step, { ...present, environment });
      }
      return isLive(job);
    },
    async () => {
      const deployment = await run.deployment();
      const { live, message } = seenAtJob(deployment);
      const isUnknown = deployment.observation.state === 'unknown';
      return { result: live && !isUnknown, message };
    },
  );
  if (goesOn) {
    throw new OperationFailed(
      'The job runs already: there is nothing to resume.',
    );
  }
  const snapshot = await run.remember('restoreFrom', async () => {
    const deployment = await run.deployment();
    return run.db(stores => restorePoint(deployment, stores));
  });
  if (!snapshot) {
    throw new OperationFailed(
      'No snapshot of the last run is known, so there is nothing to resume from: deploy with clean to start without state, or restore from a location.',
    );
  }
  await submitJob(run, plan, snapshot);
}
