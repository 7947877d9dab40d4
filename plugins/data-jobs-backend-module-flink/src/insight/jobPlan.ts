import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { EngineCall } from '@datalark/backstage-plugin-data-jobs-node';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JobDetails, JobVertex, MetricAnswer } from '../rest/jobManagerAnswers';
import {
  metricValue,
  readMetrics,
  shareOfTime,
  vertexMetrics,
} from './metricAnswers';
import { METRIC_IDS } from './metricIds';

type PlanNode = JobPlan['nodes'][number];

/** More vertices than this are shown without their load. */
const MOST_VERTICES = 40;
const WATERMARK = 'currentInputWatermark';
const LOAD = [METRIC_IDS.busy, METRIC_IDS.backpressured];
/** Before this a watermark is none: Flink begins with the smallest number. */
const FIRST_WATERMARK = Date.UTC(1971, 0, 1);

/** The vertices of a job, what flows between them, and how loaded each is. */
export async function jobPlan(
  jobManager: JobManagerClient,
  engineJobId: string,
  call: EngineCall,
): Promise<JobPlan> {
  const details = await jobManager.requireJob<JobDetails>(
    engineJobId,
    '',
    call,
  );
  const plan = planOf(details);
  const running = (details.vertices ?? [])
    .filter(vertex => vertex.status === 'RUNNING')
    .slice(0, MOST_VERTICES);
  const nodes = new Map(plan.nodes.map(node => [node.id, node]));
  const fed = new Set(plan.edges.map(({ to }) => to));
  for (const vertex of running) {
    // A source has no input: asked for what it has not, Flink answers nothing.
    const get = (fed.has(vertex.id) ? [...LOAD, WATERMARK] : LOAD).join(',');
    const answers = await readMetrics(
      jobManager,
      engineJobId,
      `${vertexMetrics(vertex.id)}?get=${get}&agg=max,min`,
      call,
    );
    Object.assign(nodes.get(vertex.id)!, loadOf(answers, Date.now()));
  }
  return plan;
}

/** Without the load, which `GET /jobs/:id` does not tell. */
export function planOf(details: JobDetails): JobPlan {
  const nodes = (details.vertices ?? []).map(nodeOf);
  const ids = new Set(nodes.map(node => node.id));
  const edges = (details.plan?.nodes ?? []).flatMap(node =>
    (node.inputs ?? [])
      .filter(input => ids.has(input.id) && ids.has(node.id))
      .map(input => ({
        from: input.id,
        to: node.id,
        ...(input.ship_strategy ? { label: input.ship_strategy } : {}),
      })),
  );
  return { nodes, edges };
}

function nodeOf(vertex: JobVertex): PlanNode {
  const { tasks, metrics } = vertex;
  const present = Object.entries(tasks ?? {}).filter(([, count]) => count > 0);
  const read = metrics?.['read-records'];
  const written = metrics?.['write-records'];
  return {
    id: vertex.id,
    name: vertex.name,
    parallelism: vertex.parallelism,
    state: vertex.status,
    ...(present.length && { tasks: Object.fromEntries(present) }),
    // Numbers of some tasks only are no numbers of the vertex.
    ...(read !== undefined &&
      metrics?.['read-records-complete'] && { recordsIn: read }),
    ...(written !== undefined &&
      metrics?.['write-records-complete'] && { recordsOut: written }),
  };
}

/** Ratios and the lag of the watermark from the answers of one vertex. */
export function loadOf(
  answers: MetricAnswer[],
  now: number,
): Pick<PlanNode, 'busy' | 'backpressured' | 'watermarkLagMs'> {
  const share = (id: string) => shareOfTime(metricValue(answers, id, 'max'));
  const busy = share(METRIC_IDS.busy);
  const backpressured = share(METRIC_IDS.backpressured);
  const watermark = metricValue(answers, WATERMARK, 'min');
  return {
    ...(busy !== undefined && { busy }),
    ...(backpressured !== undefined && { backpressured }),
    ...(watermark !== undefined &&
      watermark > FIRST_WATERMARK &&
      // At the end of its input a source sends the largest number.
      watermark < now + 365 * 86_400_000 && {
        watermarkLagMs: Math.max(0, now - watermark),
      }),
  };
}
