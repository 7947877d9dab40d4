import { isLiveState } from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  EngineUnavailableError,
  JobEngine,
  ObservedJob,
} from '@datalark/backstage-plugin-data-jobs-node';
import { StoredDeployment } from '../../database/DeploymentStore';
import { OperationRun, StepControl } from '../OperationRun';

/** True for a job that goes on. */
export function isLive(job: ObservedJob | undefined): boolean {
  return job !== undefined && isLiveState(job.state);
}

/** Asks the engine for the job, fresh; an answer that is not understood is none. */
export async function lookup(
  engine: JobEngine,
  engineJobId: string,
  call: EngineCall,
): Promise<ObservedJob | undefined> {
  const job = await engine.lookup(engineJobId, call);
  if (job?.state !== 'unknown') return job;
  throw new EngineUnavailableError(
    job.message ??
      `What engine ${engine.name} says of job ${engineJobId} is not understood.`,
  );
}

/** Asks the engine for the job, fresh, and writes down what it says. */
export async function lookAtJob(
  run: OperationRun,
  step: StepControl,
  engine: JobEngine,
  engineJobId: string,
  environment = run.operation.environment,
): Promise<ObservedJob | undefined> {
  const job = await run.untilAnswered(step, engine, call =>
    lookup(engine, engineJobId, call),
  );
  const deployment = await run.deployment(environment);
  if (deployment.observation.engineJobId === engineJobId) {
    const { processing } = await run.job();
    await run.db(() =>
      run.deps.observations.write(
        deployment,
        { reachable: true, observedAt: new Date().toISOString(), job },
        { operating: true, processing },
      ),
    );
  }
  return job;
}

/** What the last look said, for a preview: a job that nobody can see may go on. */
export function seenAtJob({ observation }: StoredDeployment): {
  live: boolean;
  message: string;
} {
  const { state, lastKnown } = observation;
  if (state === 'unknown') {
    return {
      live: true,
      message: lastKnown
        ? `Its state is unknown; it was ${lastKnown.state} at ${lastKnown.observedAt}.`
        : 'Its state is unknown.',
    };
  }
  return {
    live: isLiveState(state),
    message: `It is ${state}.`,
  };
}

/** The engine and the id of the present incarnation, if there is one. */
export function incarnation(
  run: OperationRun,
  deployment: StoredDeployment,
): { engine: JobEngine; engineJobId: string } | undefined {
  const { engineJobId } = deployment.observation;
  return engineJobId
    ? { engine: run.deps.engines.get(deployment.engine), engineJobId }
    : undefined;
}
