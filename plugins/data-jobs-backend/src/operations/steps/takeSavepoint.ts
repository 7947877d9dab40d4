import { randomBytes } from 'crypto';
import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  JobEngine,
} from '@datalark/backstage-plugin-data-jobs-node';
import { OperationFailed } from '../operationErrors';
import { OperationRun, StepControl } from '../OperationRun';
import { isLive, lookup } from './lookAtJob';
import { recordSavepoint } from './recordSnapshots';

/** How often a request that the engine forgot is sent again under its id. */
const MAX_SENDS = 3;

/**
 * Has a savepoint taken, with or without the end of the run, and writes it
 * down. The request's id is stored before it is sent, and its progress asked
 * before it is ever sent again: a job is stopped once.
 */
export async function takeSavepoint(
  run: OperationRun,
  step: StepControl,
  options: {
    engine: JobEngine;
    engineJobId: string;
    environment: string;
    stop: boolean;
    drain?: boolean;
  },
): Promise<Snapshot> {
  const { engine, engineJobId, environment, stop } = options;
  const requestId = await run.remember(`savepoint:${environment}`, () =>
    randomBytes(16).toString('hex'),
  );
  const sentKey = `savepointSent:${environment}`;
  const request = { engineJobId, requestId };
  const send = (call: EngineCall) =>
    stop
      ? engine.stopWithSavepoint({ ...request, drain: options.drain }, call)
      : engine.triggerSavepoint(request, call);

  for (let forgotten = 0; ; ) {
    const wasSent = await run.mark(sentKey);
    if (!wasSent) await run.untilAnswered(step, engine, askOrSend(send));
    const progress = await run.untilAnswered(step, engine, call =>
      engine.requestProgress(request, call),
    );
    if (progress.state === 'completed') {
      return keep(run, step, options, requestId, progress.location);
    }
    if (progress.state === 'failed') {
      throw new OperationFailed(
        `The savepoint failed, the job was left as it is: ${progress.message}`,
      );
    }
    if (progress.state === 'unknown-request') {
      const job = await run.untilAnswered(step, engine, call =>
        lookup(engine, engineJobId, call),
      );
      if (!isLive(job)) {
        return keep(run, step, options, requestId, undefined);
      }
      forgotten += 1;
      if (forgotten > MAX_SENDS) {
        throw new OperationFailed(
          `Engine ${engine.name} forgot the savepoint request ${MAX_SENDS} times; the job runs on.`,
        );
      }
      await run.untilAnswered(step, engine, askOrSend(send));
    }
    await run.pause();
  }

  // After silence the request may have arrived: ask before sending again.
  function askOrSend(sendNow: (call: EngineCall) => Promise<void>) {
    let attempts = 0;
    return async (call: EngineCall) => {
      attempts += 1;
      if (attempts > 1) {
        const { state } = await engine.requestProgress(request, call);
        if (state !== 'unknown-request') return;
      }
      await sendNow(call);
    };
  }
}

async function keep(
  run: OperationRun,
  step: StepControl,
  options: { engine: JobEngine; engineJobId: string; environment: string },
  requestId: string,
  location: string | undefined,
): Promise<Snapshot> {
  const { engine, engineJobId } = options;
  const told = await run.untilAnswered(step, engine, call =>
    engine.snapshots(engineJobId, call),
  );
  const began = run.operation.startedAt ?? run.operation.createdAt;
  const place = await run.remember(
    `savepointAt:${options.environment}`,
    () =>
      location ??
      told.find(one => one.kind === 'savepoint' && one.createdAt >= began)
        ?.location,
  );
  if (!place) {
    throw new OperationFailed(
      `The outcome is unknown: the job ended, and engine ${engine.name} does not know the savepoint that was asked for. Look for it where the engine keeps savepoints, then restore from that location.`,
    );
  }
  const deployment = await run.deployment(options.environment);
  return run.db(stores =>
    recordSavepoint(stores, deployment, {
      engineJobId,
      location: place,
      requestId,
      triggeredBy: run.operation.requestedBy,
      told,
    }),
  );
}
