import { JobLog, LogSource } from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  VerbRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JobDetails } from '../rest/jobManagerAnswers';
import { LogPart, readCursor } from './LogPart';

/** A log larger than this is not read through for one job. */
const MAX_READ = 256 * 1024 * 1024;
/** Vertices that are asked for their TaskManagers. */
const MOST_VERTICES = 10;
const TASK_MANAGER = /^taskmanager:([\w.:-]{1,200})$/;

/** How logs of one engine are shown. */
export type LogRules = {
  /** Also lines of other jobs and of nobody: for clusters of one team. */
  wholeLogs: boolean;
};

/** The job's lines at the JobManager, and the TaskManagers that it runs on. */
export async function logSources(
  jobManager: JobManagerClient,
  engineJobId: string,
  rules: LogRules,
  call: EngineCall,
): Promise<LogSource[]> {
  const details = await jobManager.readJob<JobDetails>(engineJobId, '', call);
  const found = new Map<string, LogSource>();
  for (const vertex of (details?.vertices ?? []).slice(0, MOST_VERTICES)) {
    const answer = await jobManager.readJob<{
      taskmanagers?: Array<{
        'taskmanager-id'?: string;
        host?: string;
        endpoint?: string;
      }>;
    }>(
      engineJobId,
      `/vertices/${encodeURIComponent(vertex.id)}/taskmanagers`,
      call,
    );
    for (const one of answer?.taskmanagers ?? []) {
      const name = one['taskmanager-id'];
      const id = `taskmanager:${name}`;
      if (name && TASK_MANAGER.test(id)) {
        const filtered = !rules.wholeLogs;
        found.set(id, { id, kind: 'task-manager', name, filtered });
      }
    }
  }
  return [
    { id: 'job', kind: 'job', name: 'JobManager', filtered: true },
    ...(rules.wholeLogs
      ? [
          {
            id: 'jobmanager',
            kind: 'job-manager' as const,
            name: 'JobManager',
            filtered: false,
          },
        ]
      : []),
    ...found.values(),
  ];
}

/**
 * The newest part of a log, or what came after `cursor`. Lines that do not name
 * the job or one of its vertices are left out, stack traces included: they may
 * belong to other people; unless the rules show whole logs.
 */
export async function jobLog(
  jobManager: JobManagerClient,
  engineJobId: string,
  rules: LogRules,
  call: EngineCall & { maxBytes: number; source?: string; cursor?: string },
): Promise<JobLog> {
  const { source = 'job', signal } = call;
  const taskManager = TASK_MANAGER.exec(source)?.[1];
  const isWhole = rules.wholeLogs && source !== 'job';
  if (!taskManager && source !== 'job' && !isWhole) {
    throw new VerbRefusedError(
      `There is no log "${source.slice(0, 80)}" to show.`,
    );
  }
  const base = taskManager
    ? `/taskmanagers/${encodeURIComponent(taskManager)}`
    : '/jobmanager';
  const from = readCursor(call.cursor);
  const name = taskManager ?? 'JobManager';
  if (from && (await isUnchanged(jobManager, base, from.bytes, signal))) {
    return { source: name, text: '', truncated: false, cursor: call.cursor };
  }
  const needles = isWhole
    ? undefined
    : await needlesOf(jobManager, engineJobId, taskManager !== undefined, call);
  const read = async (start: typeof from) => {
    const part = new LogPart(needles, call.maxBytes, start);
    await jobManager.bytes(
      { path: `${base}/log`, signal, timeoutMs: 30_000, maxBytes: MAX_READ },
      piece => part.push(piece),
    );
    return part;
  };
  try {
    const part = await read(from);
    // Shorter than what was read of it: another file took its place.
    if (part.isShort) {
      return {
        source: name,
        ...(await read(undefined)).end(),
        restarted: true,
      };
    }
    const end = part.end();
    const restarted = from && end.truncated;
    return { source: name, ...end, ...(restarted && { restarted }) };
  } catch (error) {
    if (!(error instanceof HttpAnswerError)) throw error;
    throw new VerbRefusedError(
      taskManager
        ? 'This TaskManager shows no log: it is gone, or was started without -Dlog.file.'
        : 'The JobManager shows no log. Start it with -Dlog.file, as Flink’s own ' +
          'scripts do.',
    );
  }
}

/** Flink sends files whole: a file as long as before is not asked for. */
async function isUnchanged(
  jobManager: JobManagerClient,
  base: string,
  bytes: number,
  signal: AbortSignal,
): Promise<boolean> {
  const answer = await jobManager
    .send<{ logs?: Array<{ name?: string; size?: number }> }>({
      path: `${base}/logs`,
      signal,
    })
    .catch(() => undefined);
  signal.throwIfAborted();
  return (answer?.logs ?? []).some(
    ({ name, size }) => name?.endsWith('.log') && size === bytes,
  );
}

/** TaskManagers seldom name the job, but the vertex of each task. */
async function needlesOf(
  jobManager: JobManagerClient,
  engineJobId: string,
  withVertices: boolean,
  call: EngineCall,
): Promise<string[]> {
  if (!withVertices) return [engineJobId];
  const details = await jobManager.readJob<JobDetails>(engineJobId, '', call);
  return [engineJobId, ...(details?.vertices ?? []).map(({ id }) => id)];
}
