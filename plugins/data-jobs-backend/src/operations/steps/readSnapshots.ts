import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { OperationRun, StepControl } from '../OperationRun';
import { recordSnapshots } from './recordSnapshots';

/** Asks the engine for the snapshots of a run and writes them down; the newest of the present run. */
export async function readSnapshots(
  run: OperationRun,
  step: StepControl,
  {
    engine,
    engineJobId,
    environment,
  }: { engine: JobEngine; engineJobId: string; environment: string },
): Promise<Snapshot | undefined> {
  const told = await run.untilAnswered(step, engine, call =>
    engine.snapshots(engineJobId, call),
  );
  const deployment = await run.deployment(environment);
  return run.db(async stores => {
    // An engine that has forgotten an ended job says nothing of its files.
    if (told.length) {
      await recordSnapshots(stores, deployment, engineJobId, told);
    }
    return deployment.runId
      ? stores.snapshots.newestOfRun(deployment, deployment.runId)
      : undefined;
  });
}
