import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  VerbRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JobManagerClient } from '../rest/JobManagerClient';
import { LogTail } from './LogTail';

/** A log larger than this is not read through for one job. */
const MAX_READ = 256 * 1024 * 1024;

/**
 * The lines of the JobManager's log that name the job, stack traces included.
 * Other jobs' lines are left out: they may belong to other people.
 */
export async function jobLog(
  jobManager: JobManagerClient,
  engineJobId: string,
  call: EngineCall & { maxBytes: number },
): Promise<JobLog> {
  const tail = new LogTail(engineJobId, call.maxBytes);
  try {
    await jobManager.text(
      {
        path: '/jobmanager/log',
        signal: call.signal,
        timeoutMs: 30_000,
        maxBytes: MAX_READ,
      },
      piece => tail.push(piece),
    );
  } catch (error) {
    if (!(error instanceof HttpAnswerError)) throw error;
    throw new VerbRefusedError(
      'The JobManager shows no log. Start it with -Dlog.file, as Flink’s own ' +
        'scripts do.',
    );
  }
  return { source: 'JobManager', ...tail.end() };
}
