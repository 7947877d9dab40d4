import {
  EngineCall,
  ObservedJob,
} from '@datalark/backstage-plugin-data-jobs-node';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JobDetails, JobExceptions } from '../rest/jobManagerAnswers';
import { jobExceptions } from '../insight/jobExceptions';
import { observedJob } from './observedJob';

/**
 * One job, fresh: from the JobManager, and from the history server when that
 * has forgotten it. Of a failed job also why.
 */
export async function lookupJob(
  jobManager: JobManagerClient,
  engineJobId: string,
  call: EngineCall,
): Promise<ObservedJob | undefined> {
  const overview =
    (await jobManager.job(engineJobId, call)) ??
    (await archivedJob(jobManager, engineJobId, call));
  if (!overview) return undefined;
  const job = observedJob(overview, Date.now());
  if (job.state !== 'failed') return job;
  const answer = await jobManager.readJob<JobExceptions>(
    engineJobId,
    '/exceptions',
    call,
  );
  const [last] = answer ? jobExceptions(answer) : [];
  return last ? { ...job, message: last.message } : job;
}

async function archivedJob(
  jobManager: JobManagerClient,
  engineJobId: string,
  call: EngineCall,
) {
  const details = await jobManager.readJob<JobDetails>(engineJobId, '', call);
  if (!details) return undefined;
  const { jid, name, state, vertices = [] } = details;
  return {
    jid,
    name,
    state,
    'start-time': details['start-time'],
    'end-time': details['end-time'],
    tasks: {
      total: vertices.reduce((sum, vertex) => sum + vertex.parallelism, 0),
    },
  };
}
