import { EngineCall } from '@datalark/backstage-plugin-data-jobs-node';
import { JobManagerClient } from '../rest/JobManagerClient';
import { MetricAnswer } from '../rest/jobManagerAnswers';

/** Where the metrics of a vertex are, over all of its tasks. */
export function vertexMetrics(vertexId: string): string {
  return `/vertices/${encodeURIComponent(vertexId)}/subtasks/metrics`;
}

/** Asks for metrics below a job; nothing when Flink does not know what is asked for. */
export async function readMetrics(
  jobManager: JobManagerClient,
  engineJobId: string,
  path: string,
  call: EngineCall,
): Promise<MetricAnswer[]> {
  return (
    (await jobManager.readJob<MetricAnswer[]>(engineJobId, path, call)) ?? []
  );
}

/** One number of the answers; Flink says "NaN" for what it does not know yet. */
export function metricValue(
  answers: MetricAnswer[],
  id: string,
  of: 'value' | 'sum' | 'max' | 'min',
): number | undefined {
  const value = answers.find(answer => answer.id === id)?.[of];
  if (value === undefined || value === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** Of milliseconds per second; a task now and then counts a little more than there are. */
export function shareOfTime(perSecond: number | undefined): number | undefined {
  return perSecond === undefined ? undefined : Math.min(1, perSecond / 1_000);
}

/** The sum of what is known; undefined when nothing is. */
export function sumOf(values: Array<number | undefined>): number | undefined {
  const known = values.filter(value => value !== undefined);
  return known.length ? known.reduce((a, b) => a + b, 0) : undefined;
}
