import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';
import { effectiveSpec } from '../../definition/effectiveSpec';
import { endRun } from '../steps/endRun';

/** Ends every run of a portal-owned job, and forgets the job. */
export async function deleteJob(run: OperationRun): Promise<void> {
  const { entityRef, id, params } = run.operation;
  const forgotten = await run.db(stores => stores.jobs.get(entityRef));
  if (!forgotten) {
    // A replica that died right after it forgot the job.
    await run.step(
      'Forget the job',
      async () => run.deps.changes.entityChanged(entityRef),
      () => ({ result: undefined }),
    );
    return;
  }
  const environments = await run.remember('environments', async () => {
    const all = await run.db(stores => stores.deployments.ofJob(entityRef));
    return all.map(one => one.environment);
  });
  for (const environment of environments) {
    const other = await run.db(stores =>
      stores.operations.active({ entityRef, environment }),
    );
    if (other && other.id !== id) {
      throw new OperationFailed(
        `The operation ${other.verb} (${other.id}) in ${environment} is still under way; wait for its end.`,
      );
    }
    const spec = effectiveSpec(forgotten.spec, environment);
    const byMode =
      spec.upgradeMode === 'savepoint' && spec.processing !== 'batch';
    await endRun(run, params.withSavepoint ?? byMode ? 'savepoint' : 'cancel', {
      environment,
    });
  }
  await run.step(
    'Forget the job',
    async () => {
      await run.db(stores => stores.jobs.delete(entityRef));
      run.deps.changes.entityChanged(entityRef);
    },
    () => ({
      result: undefined,
      message:
        'Versions, runs and the list of snapshots are removed; the files of snapshots stay where the engine keeps them.',
    }),
  );
}
