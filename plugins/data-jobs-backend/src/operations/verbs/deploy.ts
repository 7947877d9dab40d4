import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { restorePoint } from '../restorePoint';
import { OperationFailed } from '../operationErrors';
import { OperationRun } from '../OperationRun';
import { checkDefinition, Plan, planOf } from '../steps/checkDefinition';
import { compareState } from '../steps/compareState';
import { EndMode, endRun } from '../steps/endRun';
import { submitJob } from '../steps/submitJob';

/**
 * Runs a version; a running job is upgraded by its `upgradeMode`, one that
 * does not run starts from its restore point, unless it is to start clean.
 */
export async function deploy(run: OperationRun): Promise<void> {
  const version = run.operation.versionAfter ?? run.operation.params.version;
  const plan = await planOf(run, version ?? (await run.job()).latestVersion);
  await checkDefinition(run, plan);
  const stateless = keepsNoState(run, plan);
  if (!stateless) await refuseOtherEngineType(run, plan);
  if (!isStateless(plan)) await compareState(run, plan);
  const ended = await endRun(run, endModeOf(plan, stateless));
  const snapshot = await run.remember<Snapshot | undefined>(
    'restoreFrom',
    async () => {
      if (stateless) return undefined;
      if (ended.wasLive) return ended.snapshot;
      const deployment = await run.deployment();
      return run.db(stores => restorePoint(deployment, stores));
    },
  );
  await submitJob(run, plan, snapshot);
}

function keepsNoState(run: OperationRun, plan: Plan): boolean {
  return run.operation.params.clean === true || isStateless(plan);
}

function isStateless({ spec }: Plan): boolean {
  return spec.upgradeMode === 'stateless' || spec.processing === 'batch';
}

function endModeOf(plan: Plan, stateless: boolean): EndMode {
  if (stateless) return 'cancel';
  return plan.spec.upgradeMode === 'last-state'
    ? 'need-last-state'
    : 'savepoint';
}

// State of one engine type cannot be read by another.
async function refuseOtherEngineType(
  run: OperationRun,
  plan: Plan,
): Promise<void> {
  const deployment = await run.deployment();
  if (!deployment.runId || deployment.engine === plan.spec.engine) return;
  const from = run.deps.engines.find(deployment.engine);
  const to = run.deps.engines.get(plan.spec.engine);
  if (from && from.type === to.type) return;
  throw new OperationFailed(
    `The job would move from engine ${deployment.engine} to ${to.name}, which cannot read its state: stop it, then deploy with clean.`,
  );
}
