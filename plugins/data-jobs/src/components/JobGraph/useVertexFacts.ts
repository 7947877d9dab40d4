import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { useTimeFormat } from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import { vertexLoad } from '../../logic/vertexLoad';

type PlanNode = JobPlan['nodes'][number];

/** What a vertex shows, in words; what the engine does not tell is undefined. */
export type VertexFacts = {
  load: string;
  tasks?: string;
  busy?: string;
  backpressured?: string;
  records?: string;
  lag?: string;
};

/** Words for the facts of a vertex. */
export function useVertexFacts(): (node: PlanNode) => VertexFacts {
  const t = useText();
  const { number, duration } = useTimeFormat();
  const percent = (value: number | undefined) =>
    value === undefined
      ? undefined
      : number(value, { style: 'percent', maximumFractionDigits: 0 });
  return node => {
    const { tasks, recordsIn, recordsOut, watermarkLagMs } = node;
    const records = [
      recordsIn !== undefined &&
        t('graph.recordsIn', { records: number(recordsIn) }),
      recordsOut !== undefined &&
        t('graph.recordsOut', { records: number(recordsOut) }),
    ].filter(Boolean);
    return {
      load: t(`graph.load.${vertexLoad(node)}`),
      tasks: tasks
        ? Object.entries(tasks)
            .map(([state, count]) => `${number(count)} ${state}`)
            .join(', ')
        : node.state,
      busy: percent(node.busy),
      backpressured: percent(node.backpressured),
      records: records.join(', ') || undefined,
      lag: watermarkLagMs === undefined ? undefined : duration(watermarkLagMs),
    };
  };
}
