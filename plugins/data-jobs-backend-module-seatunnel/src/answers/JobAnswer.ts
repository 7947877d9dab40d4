import { readJson } from '../http/ZetaHttp';
import { isRecord, textField } from './field';

/** A job as a server describes it, whatever its version. */
export type JobAnswer = {
  jobId: string;
  name: string;
  /** The server's word: RUNNING, SAVEPOINT_DONE, … */
  status: string;
  createTime?: string;
  finishTime?: string;
  error?: string;
  metrics: Record<string, unknown>;
  /** `jobDag`, parsed where it is JSON in JSON. */
  dag?: Record<string, unknown>;
};

/**
 * Reads a job; `undefined` when the answer says no more than its id, which is
 * how servers answer for jobs that they do not know.
 */
export function readJobAnswer(value: unknown): JobAnswer | undefined {
  if (!isRecord(value)) return undefined;
  const jobId = textField(value, 'jobId');
  const status = textField(value, 'jobStatus');
  if (!jobId || !status) return undefined;
  const dag =
    typeof value.jobDag === 'string' ? readJson(value.jobDag) : value.jobDag;
  return {
    jobId,
    name: textField(value, 'jobName') ?? '',
    status: status.toUpperCase(),
    createTime: textField(value, 'createTime'),
    finishTime: textField(value, 'finishTime'),
    error: textField(value, 'errorMsg') || undefined,
    metrics: isRecord(value.metrics) ? value.metrics : {},
    ...(isRecord(dag) && { dag }),
  };
}
