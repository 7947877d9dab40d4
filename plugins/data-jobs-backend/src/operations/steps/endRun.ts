import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { JobEngine } from '@datalark/backstage-plugin-data-jobs-node';
import { OperationFailed } from '../operationErrors';
import { Foreseen, OperationRun, StepControl } from '../OperationRun';
import { newSavepoint } from '../newSavepoint';
import { incarnation, isLive, lookAtJob, seenAtJob } from './lookAtJob';
import { readSnapshots } from './readSnapshots';
import { takeSavepoint } from './takeSavepoint';

/**
 * How a run is ended: `savepoint` takes one, `last-state` cancels and keeps the
 * newest checkpoint (`need`: refuses when there is none), `cancel` keeps nothing.
 */
export type EndMode = 'savepoint' | 'last-state' | 'need-last-state' | 'cancel';

/** How the step begins that ends a run with a savepoint. */
export const STOP_WITH_SAVEPOINT = 'Stop with a savepoint';

/** What became of the run. */
export type EndedRun = {
  /** It went on until now. */
  wasLive: boolean;
  /** State that the next run can start from. */
  snapshot?: Snapshot;
};

/** Ends the present run of a deployment, when there is one that goes on. */
export async function endRun(
  run: OperationRun,
  mode: EndMode,
  options: { environment?: string; drain?: boolean } = {},
): Promise<EndedRun> {
  const environment = options.environment ?? run.operation.environment;
  const suffix =
    environment === run.operation.environment ? '' : ` in ${environment}`;

  const found = await run.step<FoundRun>(
    `Look at the job${suffix}`,
    async step => {
      const present = incarnation(run, await run.deployment(environment));
      if (!present) {
        step.skip('Nothing was submitted.');
        return { live: false };
      }
      const { engine, engineJobId } = present;
      const job = await lookAtJob(run, step, engine, engineJobId, environment);
      await step.note(
        job ? `It is ${job.state}.` : `Engine ${engine.name} does not know it.`,
      );
      const live = isLive(job);
      // A run that ended outside may have left newer checkpoints than were seen.
      if (!live && mode !== 'cancel') {
        await readSnapshots(run, step, { ...present, environment });
      }
      return { live, engine: engine.name, engineJobId };
    },
    async () => {
      const deployment = await run.deployment(environment);
      const present = incarnation(run, deployment);
      if (!present) {
        return {
          result: { live: false },
          message: 'Nothing was submitted.',
          skipped: true,
        };
      }
      const { live, message } = seenAtJob(deployment);
      const { engine, engineJobId } = present;
      return { result: { live, engine: engine.name, engineJobId }, message };
    },
  );
  if (!found.live) return { wasLive: false };

  const engine = run.deps.engines.get(found.engine!);
  const engineJobId = found.engineJobId!;
  const context = { engine, engineJobId, environment };
  const snapshot =
    mode === 'savepoint'
      ? await run.step(
          `${STOP_WITH_SAVEPOINT}${suffix}`,
          async step => {
            const taken = await takeSavepoint(run, step, {
              ...context,
              stop: true,
              drain: options.drain,
            });
            await untilEnded(run, step, context);
            await step.note(`Savepoint: ${taken.location}`);
            return taken;
          },
          () => foreseenSavepoint(context, options.drain),
        )
      : await run.step(
          `Cancel the job${suffix}`,
          async step => cancel(run, step, context, mode),
          () => foreseenCancel(run, context, mode),
        );
  return { wasLive: true, snapshot };
}

type FoundRun = { live: boolean; engine?: string; engineJobId?: string };

type Context = { engine: JobEngine; engineJobId: string; environment: string };

const NO_CHECKPOINT =
  'There is no checkpoint to start from, so the job was left running: wait for its first checkpoint, or deploy with clean to forget its state.';

function foreseenSavepoint(
  { engine, engineJobId }: Context,
  drain: boolean | undefined,
): Foreseen<Snapshot> {
  if (!engine.capabilities.verbs.includes('suspend')) {
    throw new OperationFailed(
      `Engine ${engine.name} (${engine.type}) takes no savepoints.`,
    );
  }
  return {
    result: newSavepoint(engineJobId),
    message: drain
      ? 'All open windows are closed, a savepoint is taken, and the run ends.'
      : 'A savepoint is taken, and the run ends.',
  };
}

async function foreseenCancel(
  run: OperationRun,
  { environment }: Context,
  mode: EndMode,
): Promise<Foreseen<Snapshot | undefined>> {
  if (mode === 'cancel') {
    return { result: undefined, message: 'The run ends without a savepoint.' };
  }
  const { runId, ...key } = await run.deployment(environment);
  const newest = runId
    ? await run.db(stores => stores.snapshots.newestOfRun(key, runId))
    : undefined;
  if (mode === 'need-last-state' && !newest) {
    throw new OperationFailed(NO_CHECKPOINT);
  }
  return {
    result: newest,
    message: newest
      ? 'The run ends without a savepoint; its newest checkpoint is kept.'
      : 'The run ends without a savepoint, and it has no checkpoint yet.',
  };
}

async function cancel(
  run: OperationRun,
  step: StepControl,
  context: Context,
  mode: EndMode,
): Promise<Snapshot | undefined> {
  const { engine, engineJobId, environment } = context;
  const keeps = mode !== 'cancel';
  const before = keeps ? await readSnapshots(run, step, context) : undefined;
  const sent = run.progress[`cancelSent:${environment}`];
  if (mode === 'need-last-state' && !before && !sent) {
    throw new OperationFailed(NO_CHECKPOINT);
  }
  await run.mark(`cancelSent:${environment}`);
  await run.untilAnswered(step, engine, call =>
    engine.cancel(engineJobId, call),
  );
  await untilEnded(run, step, context);
  // A checkpoint may have been completed, and an older one dropped, meanwhile.
  return keeps
    ? (await readSnapshots(run, step, context)) ?? before
    : undefined;
}

async function untilEnded(
  run: OperationRun,
  step: StepControl,
  { engine, engineJobId, environment }: Context,
): Promise<void> {
  const until = await run.remember(
    `endDeadline:${environment}`,
    () => Date.now() + run.deps.settings.jobDeadlineMs,
  );
  for (;;) {
    const job = await lookAtJob(run, step, engine, engineJobId, environment);
    if (!isLive(job)) return;
    if (Date.now() > until) {
      throw new OperationFailed(
        `The engine was told, and the job is still ${job!.state} after ${
          run.deps.settings.jobDeadlineMs / 1000
        } s.`,
      );
    }
    await run.pause();
  }
}
