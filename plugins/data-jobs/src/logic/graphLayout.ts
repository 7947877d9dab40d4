import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { planStages } from './planStages';

type PlanNode = JobPlan['nodes'][number];

/** Sizes in pixels. */
export const GRAPH_SIZES = {
  width: 230,
  height: 148,
  gapX: 70,
  gapY: 20,
} as const;

/** A plan with places: stages from left to right. */
export type GraphLayout = {
  width: number;
  height: number;
  nodes: Array<{ node: PlanNode; x: number; y: number }>;
  edges: Array<{ from: string; to: string; label?: string; path: string }>;
};

/**
 * Puts the nodes of a stage under each other, each near those that feed it, so
 * that few edges cross.
 */
export function graphLayout(plan: JobPlan): GraphLayout {
  const { width, height, gapX, gapY } = GRAPH_SIZES;
  const stages = orderStages(planStages(plan), plan);
  const rows = Math.max(0, ...stages.map(stage => stage.length));
  const whole = Math.max(0, rows * (height + gapY) - gapY);
  const nodes = stages.flatMap((stage, column) => {
    const own = stage.length * (height + gapY) - gapY;
    return stage.map((node, row) => ({
      node,
      x: column * (width + gapX),
      y: (whole - own) / 2 + row * (height + gapY),
    }));
  });
  const placeOf = new Map(nodes.map(place => [place.node.id, place]));
  const edges = plan.edges.flatMap(edge => {
    const from = placeOf.get(edge.from);
    const to = placeOf.get(edge.to);
    if (!from || !to) return [];
    const startX = from.x + width;
    const startY = from.y + height / 2;
    const endY = to.y + height / 2;
    const middle = startX + (to.x - startX) / 2;
    return [
      {
        ...edge,
        path: `M${startX},${startY} C${middle},${startY} ${middle},${endY} ${
          to.x - 6
        },${endY}`,
      },
    ];
  });
  return {
    width: Math.max(0, stages.length * (width + gapX) - gapX),
    height: whole,
    nodes,
    edges,
  };
}

function orderStages(stages: PlanNode[][], plan: JobPlan): PlanNode[][] {
  const rowOf = new Map<string, number>();
  return stages.map(stage => {
    const wish = (node: PlanNode) => {
      const rows = plan.edges.flatMap(edge =>
        edge.to === node.id ? rowOf.get(edge.from) ?? [] : [],
      );
      return rows.length
        ? rows.reduce((a, b) => a + b, 0) / rows.length
        : Number.MAX_SAFE_INTEGER;
    };
    const wishes = new Map(stage.map(node => [node, wish(node)]));
    const ordered = [...stage].sort((a, b) => wishes.get(a)! - wishes.get(b)!);
    ordered.forEach((node, row) => rowOf.set(node.id, row));
    return ordered;
  });
}
