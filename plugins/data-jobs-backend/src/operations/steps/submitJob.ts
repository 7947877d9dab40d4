import { randomUUID } from 'crypto';
import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import {
  JobEngine,
  RestorePoint,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { OperationFailed } from '../operationErrors';
import { OperationRun, StepControl } from '../OperationRun';
import { isNewSavepoint } from '../newSavepoint';
import { jobNameOnEngine } from '../jobNameOnEngine';
import { Plan } from './checkDefinition';
import { isLive, lookAtJob, lookup } from './lookAtJob';

/**
 * Submits a plan and waits until it runs. The engine job id is stored before
 * the job is sent; after silence or a crash the engine is asked for that id
 * before the same submission is sent again: there is one job.
 */
export async function submitJob(
  run: OperationRun,
  plan: Plan,
  snapshot: Snapshot | undefined,
): Promise<void> {
  const engine = run.deps.engines.get(plan.spec.engine);
  const restore: RestorePoint | undefined = snapshot && {
    location: snapshot.location,
    engineJobId: snapshot.engineJobId,
    allowNonRestoredState: run.operation.params.allowNonRestoredState,
  };
  const engineJobId = await run.remember('engineJobId', () =>
    engine.allocateJobId(restore),
  );
  await run.step(
    'Submit the job',
    async step => {
      await recordRun(run, plan, engine, engineJobId, restore);
      await step.note(
        restore
          ? `Starting from ${restore.location}`
          : 'Starting without earlier state.',
      );
      await send(run, step, plan, { engine, engineJobId, restore });
      const submittedAt = new Date().toISOString();
      await run.db(stores =>
        stores.deployments.update(run.operation, {
          deployedVersion: plan.version,
          submittingSince: undefined,
          submittedAt,
        }),
      );
    },
    () => ({
      result: undefined,
      message: `Version ${plan.version} on ${engine.name}, ${startOf(
        snapshot,
      )}.`,
    }),
  );
  await run.step(
    'Wait until it runs',
    step => waitForStart(run, step, engine, engineJobId),
    () => ({ result: undefined }),
  );
}

function startOf(snapshot: Snapshot | undefined): string {
  if (!snapshot) return 'starting without earlier state';
  return isNewSavepoint(snapshot)
    ? 'starting from the savepoint just taken'
    : `starting from ${snapshot.location}`;
}

async function recordRun(
  run: OperationRun,
  plan: Plan,
  engine: JobEngine,
  engineJobId: string,
  restore: RestorePoint | undefined,
): Promise<void> {
  const before = await run.deployment();
  const runId = await run.remember('runId', () => randomUUID());
  await run.remember('runIdBefore', () => before.runId);
  const now = new Date().toISOString();
  const { entityRef, environment } = run.operation;
  await run.db(async stores => {
    await stores.runs.record({
      id: runId,
      entityRef,
      environment,
      engine: engine.name,
      engineJobId,
      version: plan.version,
      state: 'deploying',
      startedAt: now,
      restoredFrom: restore?.location,
    });
    if (before.runId === runId) return;
    await stores.deployments.update(run.operation, {
      engine: engine.name,
      engineJobId,
      runId,
      submittingSince: now,
      submittedAt: undefined,
      observation: {
        state: 'deploying',
        health: { state: 'ok', reasons: [] },
        observedAt: now,
        since: now,
      },
    });
  });
}

async function send(
  run: OperationRun,
  step: StepControl,
  plan: Plan,
  target: {
    engine: JobEngine;
    engineJobId: string;
    restore?: RestorePoint;
  },
): Promise<void> {
  const { engine, engineJobId, restore } = target;
  const { entityRef, environment } = run.operation;
  const { name, namespace } = await run.job();
  const { definition, problems } = await run.deps.definitions.forSubmission(
    plan.spec,
    { entityRef, owner: plan.owner },
  );
  const errors = problems.filter(one => one.severity === 'error');
  if (errors.length) {
    throw new OperationFailed(
      `The definition is wrong: ${errors[0].message}`,
      errors,
    );
  }
  let isRetry = await run.mark('submitSent');
  try {
    await run.untilAnswered(step, engine, async call => {
      if (isRetry) {
        const there = await lookup(engine, engineJobId, call);
        const isFormer = restore?.engineJobId === engineJobId && !isLive(there);
        if (there && !isFormer) return;
      }
      const wasRetry = isRetry;
      isRetry = true;
      await engine.submit(
        {
          ...definition,
          jobName: jobNameOnEngine({ name, namespace, environment }),
          engineJobId,
          restore,
          isRetry: wasRetry,
        },
        call,
      );
    });
  } catch (error) {
    if ((error as Error)?.name !== 'SubmissionRefusedError') throw error;
    await refused(run, error as SubmissionRefusedError);
  }
}

async function refused(
  run: OperationRun,
  error: SubmissionRefusedError,
): Promise<never> {
  const message = run.deps.redactor.message(error);
  const now = new Date().toISOString();
  await run.db(async stores => {
    await stores.runs.update(run.progress.runId, {
      state: 'failed',
      endedAt: now,
      message,
    });
    await stores.deployments.update(run.operation, {
      engineJobId: undefined,
      // What could be restored before can be restored now.
      runId: run.progress.runIdBefore ?? undefined,
      submittingSince: undefined,
      observation: {
        state: 'failed',
        health: { state: 'degraded', reasons: [{ code: 'failed', message }] },
        observedAt: now,
        since: now,
        message,
      },
    });
  });
  throw new OperationFailed(
    `The engine refused the job: ${message}`,
    run.deps.redactor.value(error.problems),
  );
}

async function waitForStart(
  run: OperationRun,
  step: StepControl,
  engine: JobEngine,
  engineJobId: string,
): Promise<void> {
  const seconds = run.deps.settings.jobDeadlineMs / 1000;
  const until = await run.remember(
    'startDeadline',
    () => Date.now() + run.deps.settings.jobDeadlineMs,
  );
  for (;;) {
    const job = await lookAtJob(run, step, engine, engineJobId);
    if (job?.state === 'failed') {
      throw new OperationFailed(
        `The job was accepted and then failed: ${run.deps.redactor.text(
          job.message ?? 'the engine does not say why',
        )}`,
      );
    }
    if (job && job.state !== 'deploying') {
      await step.note(`It is ${job.state}.`);
      return;
    }
    if (Date.now() > until) {
      if (job) {
        await step.note(
          `The engine accepted the job, and it is still starting after ${seconds} s; its health says why.`,
        );
        return;
      }
      throw new OperationFailed(
        `The engine accepted the job and does not know it ${seconds} s later: it may have restarted without memory of it.`,
      );
    }
    await run.pause();
  }
}
