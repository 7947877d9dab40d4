import { MetricSample } from '@datalark/backstage-plugin-data-jobs-common';
import { EngineCall } from '@datalark/backstage-plugin-data-jobs-node';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JobDetails, JobVertex } from '../rest/jobManagerAnswers';
import {
  metricValue,
  readMetrics,
  shareOfTime,
  sumOf,
  vertexMetrics,
} from './metricAnswers';
import { METRIC_IDS } from './metricIds';

/** Sources and sinks first; the inner vertices of larger jobs are not asked. */
const MOST_VERTICES = 12;
const MOST_IDS = 40;
const MOST_JOBS = 2_000;
/** Ids that are missing at the start of a run come later: they are listed anew. */
const LISTED_MS = 5 * 60_000;
/** By the second time they are all there. */
const LISTED_AGAIN_MS = 60 * 60_000;

const OF_JOB = `/metrics?get=${[
  'numRestarts',
  'lastCheckpointSize',
  'lastCheckpointDuration',
  'numberOfCompletedCheckpoints',
  'numberOfFailedCheckpoints',
].join(',')}`;

type Listed = { until: number; ids: string[] };

/**
 * Reads the numbers that are kept over time: two requests per job and one per
 * vertex. Which metrics a vertex has is asked once and remembered.
 */
export class MetricSampler {
  readonly #listed = new Map<string, Map<string, Listed>>();

  constructor(private readonly jobManager: JobManagerClient) {}

  async sample(engineJobId: string, call: EngineCall): Promise<MetricSample> {
    const details = await this.jobManager.requireJob<JobDetails>(
      engineJobId,
      '',
      call,
    );
    const ofJob = await readMetrics(this.jobManager, engineJobId, OF_JOB, call);
    const job = (id: string) =>
      // Flink says -1 for what has not been yet.
      notNegative(metricValue(ofJob, id, 'value'));
    const parts: MetricSample[] = [];
    for (const vertex of mostTelling(details)) {
      parts.push(await this.#ofVertex(engineJobId, vertex, call));
    }
    return known({
      recordsRead: sum(parts, 'recordsRead'),
      recordsWritten: sum(parts, 'recordsWritten'),
      bytesRead: sum(parts, 'bytesRead'),
      bytesWritten: sum(parts, 'bytesWritten'),
      busy: largest(parts, 'busy'),
      backpressured: largest(parts, 'backpressured'),
      sourceLag: sum(parts, 'sourceLag'),
      restarts: job('numRestarts'),
      checkpointSize: job('lastCheckpointSize'),
      checkpointDuration: job('lastCheckpointDuration'),
      checkpointsCompleted: job('numberOfCompletedCheckpoints'),
      checkpointsFailed: job('numberOfFailedCheckpoints'),
    });
  }

  async #ofVertex(
    engineJobId: string,
    vertex: JobVertex,
    call: EngineCall,
  ): Promise<MetricSample> {
    const path = vertexMetrics(vertex.id);
    const ids = await this.#ids(engineJobId, vertex, path, call);
    const of = (pattern: RegExp) => ids.filter(id => pattern.test(id));
    const read = of(METRIC_IDS.read);
    const written = of(METRIC_IDS.written);
    const bytesRead = of(METRIC_IDS.bytesRead);
    const bytesWritten = of(METRIC_IDS.bytesWritten);
    const pending = of(METRIC_IDS.pending);
    const lag = pending.length ? [] : of(METRIC_IDS.kafkaLag);
    const wanted = [
      ...[METRIC_IDS.busy, METRIC_IDS.backpressured].filter(id =>
        ids.includes(id),
      ),
      ...[read, written, bytesRead, bytesWritten, pending, lag].flat(),
    ].slice(0, MOST_IDS);
    if (!wanted.length) return {};
    const get = wanted.map(encodeURIComponent).join(',');
    const answers = await readMetrics(
      this.jobManager,
      engineJobId,
      `${path}?get=${get}&agg=sum,max`,
      call,
    );
    const total = (which: string[]) =>
      sumOf(which.map(id => notNegative(metricValue(answers, id, 'sum'))));
    const share = (id: string) => shareOfTime(metricValue(answers, id, 'max'));
    return known({
      recordsRead: total(read),
      recordsWritten: total(written),
      // Flink registers the counters for every connector; most never count.
      bytesRead: total(bytesRead) || undefined,
      bytesWritten: total(bytesWritten) || undefined,
      sourceLag: total(pending.length ? pending : lag),
      busy: share(METRIC_IDS.busy),
      backpressured: share(METRIC_IDS.backpressured),
    });
  }

  async #ids(
    engineJobId: string,
    vertex: JobVertex,
    path: string,
    call: EngineCall,
  ): Promise<string[]> {
    let ofJob = this.#listed.get(engineJobId);
    const before = ofJob?.get(vertex.id);
    if (before && Date.now() < before.until) return before.ids;
    const answers = await readMetrics(this.jobManager, engineJobId, path, call);
    const ids = answers.map(({ id }) => id);
    if (!ofJob) {
      ofJob = new Map();
      if (this.#listed.size >= MOST_JOBS) {
        this.#listed.delete(this.#listed.keys().next().value!);
      }
      this.#listed.set(engineJobId, ofJob);
    }
    // Flink begins to collect when it is first asked: what it has then is not all.
    if (before || ids.includes(METRIC_IDS.busy)) {
      const keepMs = before ? LISTED_AGAIN_MS : LISTED_MS;
      ofJob.set(vertex.id, { until: Date.now() + keepMs, ids });
    }
    return ids;
  }
}

function mostTelling(details: JobDetails): JobVertex[] {
  const vertices = details.vertices ?? [];
  if (vertices.length <= MOST_VERTICES) return vertices;
  const nodes = details.plan?.nodes ?? [];
  const feeding = new Set(
    nodes.flatMap(node => (node.inputs ?? []).map(({ id }) => id)),
  );
  const fed = new Set(
    nodes.flatMap(node => (node.inputs?.length ? [node.id] : [])),
  );
  const inner = (vertex: JobVertex) =>
    Number(feeding.has(vertex.id) && fed.has(vertex.id));
  return [...vertices]
    .sort((a, b) => inner(a) - inner(b))
    .slice(0, MOST_VERTICES);
}

function notNegative(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}

function sum(parts: MetricSample[], name: keyof MetricSample) {
  return sumOf(parts.map(part => part[name]));
}

function largest(parts: MetricSample[], name: keyof MetricSample) {
  const all = parts.flatMap(({ [name]: value }) =>
    value === undefined ? [] : [value],
  );
  return all.length ? Math.max(...all) : undefined;
}

function known(sample: {
  [K in keyof MetricSample]: number | undefined;
}): MetricSample {
  return Object.fromEntries(
    Object.entries(sample).filter(([, value]) => value !== undefined),
  );
}
