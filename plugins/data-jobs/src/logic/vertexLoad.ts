import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';

/** What stands out about a vertex; the worst first. */
export const VERTEX_LOADS = [
  'failed',
  'backpressured',
  'lagging',
  'busy',
  'calm',
  'unknown',
] as const;

/** One of {@link VERTEX_LOADS}. */
export type VertexLoad = (typeof VERTEX_LOADS)[number];

const BACKPRESSURED = 0.5;
const BUSY = 0.8;
const LAG_MS = 60_000;

/**
 * A vertex is backpressured when it waits half of the time or more, lagging
 * when its event time is a minute behind or more, busy above 80 %. Unknown:
 * the engine tells nothing of it.
 */
export function vertexLoad(node: JobPlan['nodes'][number]): VertexLoad {
  const { state, tasks, busy, backpressured, watermarkLagMs } = node;
  if (state?.toUpperCase() === 'FAILED' || (tasks?.FAILED ?? 0) > 0) {
    return 'failed';
  }
  if ((backpressured ?? 0) >= BACKPRESSURED) return 'backpressured';
  if ((watermarkLagMs ?? 0) >= LAG_MS) return 'lagging';
  if ((busy ?? 0) > BUSY) return 'busy';
  return busy === undefined && backpressured === undefined ? 'unknown' : 'calm';
}
