import { setTimeout } from 'node:timers/promises';
import {
  DataJobsApi,
  Deployment,
  JobDetail,
  OperationStep,
} from '@datalark/backstage-plugin-data-jobs-common';
import { problemText } from '../job/problemText';

/** How a wait ended. */
export type WaitResult =
  | { outcome: 'reached'; deployment: Deployment }
  | { outcome: 'failed'; deployment?: Deployment; message: string };

/** What to wait for. */
export type WaitOptions = {
  entityRef: string;
  environment: string;
  /** `running` is satisfied by a finished job too; `finished` is for batch jobs. */
  until: 'running' | 'finished';
  timeoutMs: number;
  signal: AbortSignal;
  /** Every new thing that happens, once. */
  tell(message: string): void;
  /** Default 1000. */
  everyMs?: number;
};

/**
 * Waits until a deployment runs or has finished, and tells the steps of the
 * operation as they happen. An engine that does not answer is waited for; a
 * failed operation and a failed job end the wait at once.
 */
export async function waitForJob(
  api: Pick<DataJobsApi, 'getJob' | 'listOperations'>,
  options: WaitOptions,
): Promise<WaitResult> {
  const { until, signal, tell } = options;
  const deadline = Date.now() + options.timeoutMs;
  let seen: Deployment | undefined;
  const told = new Set<string>();
  const tellOnce = (message: string) => {
    if (!told.has(message)) tell(message);
    told.add(message);
  };
  for (;;) {
    signal.throwIfAborted();
    const { deployment, operation } = await look(api, options).catch(error => {
      if (signal.aborted || isRefusal(error)) throw error;
      tellOnce(`The portal does not answer: ${error.message}`);
      return { deployment: undefined, operation: undefined };
    });
    for (const step of operation?.steps ?? []) tellOnce(stepText(step));
    if (operation?.state === 'failed' || operation?.state === 'canceled') {
      const problems = (operation.error?.problems ?? []).map(problemText);
      return {
        outcome: 'failed',
        deployment,
        message: [
          operation.error?.message ??
            `The operation ${operation.verb} was ${operation.state}.`,
          ...problems,
        ].join(' '),
      };
    }
    if (deployment) {
      seen = deployment;
      const { observation } = deployment;
      tellOnce(
        `The job is ${observation.state}.${
          observation.message ? ` ${observation.message}` : ''
        }`,
      );
      for (const { message } of observation.health.reasons) tellOnce(message);
      const settled = operation === undefined || isOver(operation.state);
      if (settled && isReached(deployment, until)) {
        return { outcome: 'reached', deployment };
      }
      if (settled && isLost(deployment)) {
        return {
          outcome: 'failed',
          deployment,
          message:
            observation.message ?? `The engine says ${observation.state}.`,
        };
      }
    }
    if (Date.now() >= deadline) {
      return {
        outcome: 'failed',
        deployment: seen,
        message: tooLate(options, seen),
      };
    }
    await setTimeout(options.everyMs ?? 1_000, undefined, { signal }).catch(
      () => signal.throwIfAborted(),
    );
  }
}

async function look(
  api: Pick<DataJobsApi, 'getJob' | 'listOperations'>,
  { entityRef, environment, signal }: WaitOptions,
) {
  const [job, [operation]] = await Promise.all([
    api.getJob(entityRef, { signal }),
    api.listOperations({ entityRef, environment, limit: 1 }, { signal }),
  ]);
  return { deployment: deploymentOf(job, environment), operation };
}

/** The portal answered, and said no. */
function isRefusal(error: { statusCode?: number }): boolean {
  const { statusCode } = error;
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500;
}

function deploymentOf(
  job: JobDetail,
  environment: string,
): Deployment | undefined {
  return job.deployments.find(each => each.environment === environment);
}

function isOver(state: string): boolean {
  return state !== 'pending' && state !== 'running';
}

function isReached(
  { observation }: Deployment,
  until: WaitOptions['until'],
): boolean {
  if (observation.state === 'finished') return true;
  const { tasks } = observation;
  return (
    until === 'running' &&
    observation.state === 'running' &&
    (tasks === undefined || tasks.running === tasks.total)
  );
}

function isLost({ observation }: Deployment): boolean {
  return ['failed', 'canceled'].includes(observation.state);
}

/** Says why a job that runs is not taken for running, where the engine tells. */
function tooLate({ until, timeoutMs }: WaitOptions, seen?: Deployment): string {
  const { state, tasks, health } = seen?.observation ?? {};
  const isIncomplete =
    state === 'running' && tasks && tasks.running < tasks.total;
  return [
    `It was not ${until} after ${Math.round(timeoutMs / 1000)} seconds;`,
    `last seen: ${state ?? 'nothing'}${
      isIncomplete
        ? `, with ${tasks.running} of ${tasks.total} tasks running`
        : ''
    }.`,
    ...(health?.reasons ?? []).map(({ message }) => message),
  ].join(' ');
}

function stepText({ name, state, message }: OperationStep): string {
  return `${name}: ${state}${message ? ` (${message})` : ''}`;
}
