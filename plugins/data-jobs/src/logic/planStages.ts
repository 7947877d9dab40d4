import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';

/** Puts the nodes of a plan into stages: a node comes after all that feed it. */
export function planStages(plan: JobPlan): JobPlan['nodes'][] {
  const stageOf = new Map<string, number>();
  const inputs = new Map<string, string[]>();
  for (const edge of plan.edges) {
    inputs.set(edge.to, [...(inputs.get(edge.to) ?? []), edge.from]);
  }
  const known = new Set(plan.nodes.map(node => node.id));
  const open = new Set<string>();
  const visit = (id: string): number => {
    const done = stageOf.get(id);
    if (done !== undefined) return done;
    // A circle cannot be a plan, but must not hang the page.
    if (open.has(id)) return 0;
    open.add(id);
    const before = (inputs.get(id) ?? []).filter(from => known.has(from));
    const stage = before.length ? Math.max(...before.map(visit)) + 1 : 0;
    open.delete(id);
    stageOf.set(id, stage);
    return stage;
  };
  const stages: JobPlan['nodes'][] = [];
  for (const node of plan.nodes) {
    const stage = visit(node.id);
    while (stages.length <= stage) stages.push([]);
    stages[stage].push(node);
  }
  return stages;
}
