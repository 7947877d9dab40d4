import { EngineInfo } from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  EngineObservation,
} from '@datalark/backstage-plugin-data-jobs-node';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { JobManagerClient } from '../rest/JobManagerClient';
import { observedJob } from './observedJob';

/**
 * One look at a cluster: three requests, whatever the number of jobs. A silent
 * SQL Gateway is a problem of the engine and says nothing about its jobs.
 */
export async function readObservation(
  jobManager: JobManagerClient,
  gateway: SqlGatewayClient | undefined,
  call: EngineCall,
): Promise<EngineObservation> {
  const [overview, jobs, part] = await Promise.all([
    jobManager.overview(call),
    jobManager.jobs(call),
    gateway ? gatewayPart(gateway, call) : undefined,
  ]);
  const now = Date.now();
  const problems: Array<{ message: string; remedy?: string }> = [];
  if (part && !part.reachable) {
    problems.push({
      message: `${part.message} SQL jobs run on, but none can be checked or deployed.`,
      remedy: 'Start the SQL Gateway, or correct sqlGatewayUrl.',
    });
  }
  if (overview.taskmanagers === 0) {
    problems.push({
      message: 'No TaskManager is registered: no job can run.',
      remedy: 'Start a TaskManager, and look at its log if one should run.',
    });
  }
  return {
    reachable: true,
    observedAt: new Date(now).toISOString(),
    info: {
      version: overview['flink-version'] ?? 'unknown',
      slots: {
        total: overview['slots-total'],
        free: overview['slots-available'],
      },
      workers: overview.taskmanagers,
      runningJobs: overview['jobs-running'],
      ...(part ? { parts: [part] } : {}),
    },
    jobs: jobs.map(job => observedJob(job, now)),
    problems,
  };
}

async function gatewayPart(
  gateway: SqlGatewayClient,
  call: EngineCall,
): Promise<NonNullable<EngineInfo['parts']>[number]> {
  const name = 'SQL Gateway';
  const signal = AbortSignal.any([call.signal, AbortSignal.timeout(3_000)]);
  try {
    const version = await gateway.version({ signal });
    return { name, version, reachable: true };
  } catch (error) {
    call.signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return { name, reachable: false, message };
  }
}
