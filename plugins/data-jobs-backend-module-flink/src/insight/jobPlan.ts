import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { JobDetails } from '../rest/jobManagerAnswers';

/** The vertices of a job and what flows between them. */
export function jobPlan(details: JobDetails): JobPlan {
  const nodes = (details.vertices ?? []).map(vertex => ({
    id: vertex.id,
    name: vertex.name,
    parallelism: vertex.parallelism,
    state: vertex.status,
  }));
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
