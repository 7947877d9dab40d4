import { JobMetric } from '@datalark/backstage-plugin-data-jobs-common';
import { EngineCall } from '@datalark/backstage-plugin-data-jobs-node';
import { pause } from '../http/pause';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JobDetails, JobVertex, MetricAnswer } from '../rest/jobManagerAnswers';
import {
  metricValue,
  readMetrics,
  sumOf,
  vertexMetrics,
} from './metricAnswers';
import { METRIC_IDS } from './metricIds';

/** More vertices than this are summed up by nobody; the first ones are read. */
const MAX_VERTICES = 40;
const MAX_IDS = 60;

/** Numbers of the whole job: Flink's name, ours, unit. */
const OF_JOB: Array<[string, string, JobMetric['unit']]> = [
  ['uptime', 'uptime', 'ms'],
  ['numRestarts', 'restarts', 'count'],
  ['lastCheckpointSize', 'last checkpoint size', 'bytes'],
  ['lastCheckpointDuration', 'last checkpoint duration', 'ms'],
];

const JOB_METRICS = `/metrics?get=${OF_JOB.map(([id]) => id).join(',')}`;

/** Numbers of each vertex; times per second become ratios. */
const OF_VERTEX: Array<[string, string, JobMetric['unit'], number]> = [
  ['busyTimeMsPerSecond', 'busy', 'ratio', 1_000],
  ['backPressuredTimeMsPerSecond', 'backpressured', 'ratio', 1_000],
  ['numRecordsInPerSecond', 'records in per second', 'records/s', 1],
  ['numRecordsOutPerSecond', 'records out per second', 'records/s', 1],
];

/**
 * Records read and written, summed over sources and sinks; how busy and how
 * backpressured each vertex is; restarts and checkpoint sizes.
 */
export async function jobMetrics(
  jobManager: JobManagerClient,
  engineJobId: string,
  call: EngineCall,
): Promise<JobMetric[]> {
  const [details, ofJob] = await Promise.all([
    jobManager.requireJob<JobDetails>(engineJobId, '', call),
    askTwice(jobManager, engineJobId, JOB_METRICS, call),
  ]);
  const metrics: JobMetric[] = [];
  for (const [id, name, unit] of OF_JOB) {
    const value = metricValue(ofJob, id, 'value');
    if (value !== undefined && value >= 0) metrics.push({ name, value, unit });
  }
  const vertices = (details.vertices ?? []).slice(0, MAX_VERTICES);
  const answers: VertexMetrics[] = [];
  for (const vertex of vertices) {
    answers.push(await metricsOf(jobManager, engineJobId, vertex, call));
  }
  const read = sumOf(answers.map(answer => answer.read));
  const written = sumOf(answers.map(answer => answer.written));
  if (read !== undefined) {
    metrics.unshift({ name: 'records read', value: read, unit: 'records' });
  }
  if (written !== undefined) {
    metrics.splice(read === undefined ? 0 : 1, 0, {
      name: 'records written',
      value: written,
      unit: 'records',
    });
  }
  return [...metrics, ...answers.flatMap(answer => answer.metrics)];
}

type VertexMetrics = {
  metrics: JobMetric[];
  read?: number;
  written?: number;
};

async function metricsOf(
  jobManager: JobManagerClient,
  engineJobId: string,
  vertex: JobVertex,
  call: EngineCall,
): Promise<VertexMetrics> {
  const path = vertexMetrics(vertex.id);
  const ask = (query: string) =>
    readMetrics(jobManager, engineJobId, path + query, call);
  const known =
    vertex.status === 'RUNNING'
      ? await askTwice(jobManager, engineJobId, path, call)
      : await ask('');
  const ids = known.map(({ id }) => id);
  const read = ids.filter(id => METRIC_IDS.read.test(id));
  const written = ids.filter(id => METRIC_IDS.written.test(id));
  const wanted = [
    ...OF_VERTEX.map(([id]) => id).filter(id => ids.includes(id)),
    ...read,
    ...written,
  ].slice(0, MAX_IDS);
  if (!wanted.length) return { metrics: [] };
  const get = wanted.map(encodeURIComponent).join(',');
  const answers = await ask(`?get=${get}&agg=sum,max`);
  const total = (of: string[]) =>
    sumOf(of.map(id => metricValue(answers, id, 'sum')));
  const metrics = OF_VERTEX.flatMap(([id, name, unit, divisor]) => {
    const found = metricValue(answers, id, unit === 'ratio' ? 'max' : 'sum');
    return found === undefined
      ? []
      : [{ name, value: found / divisor, unit, scope: vertex.name }];
  });
  return { metrics, read: total(read), written: total(written) };
}

/** The first question makes Flink collect; the answer is there soon after. */
async function askTwice(
  jobManager: JobManagerClient,
  engineJobId: string,
  path: string,
  call: EngineCall,
): Promise<MetricAnswer[]> {
  const ask = () => jobManager.readJob<MetricAnswer[]>(engineJobId, path, call);
  const first = await ask();
  if (!first || first.length) return first ?? [];
  await pause(300, call.signal);
  return (await ask()) ?? [];
}
