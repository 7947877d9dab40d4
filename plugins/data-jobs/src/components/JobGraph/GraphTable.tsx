import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { PlainTable } from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import { planStages } from '../../logic/planStages';
import { useVertexFacts } from './useVertexFacts';

/** The vertices from sources to sinks as a table. */
export function GraphTable({ plan }: { plan: JobPlan }) {
  const t = useText();
  const factsOf = useVertexFacts();
  const nameOf = new Map(plan.nodes.map(node => [node.id, node.name]));
  const unknown = t('job.notKnown');
  return (
    <PlainTable
      label={t('insight.plan.graph')}
      columns={[
        t('graph.column.vertex'),
        t('graph.column.load'),
        t('graph.column.parallelism'),
        t('graph.column.tasks'),
        t('graph.column.busy'),
        t('graph.column.backpressured'),
        t('graph.column.records'),
        t('graph.column.lag'),
        t('graph.column.feeds'),
      ]}
    >
      {planStages(plan)
        .flat()
        .map(node => {
          const facts = factsOf(node);
          return (
            <tr key={node.id}>
              <th scope="row">{node.name}</th>
              <td>{facts.load}</td>
              <td>{node.parallelism ?? unknown}</td>
              <td>{facts.tasks ?? unknown}</td>
              <td>{facts.busy ?? unknown}</td>
              <td>{facts.backpressured ?? unknown}</td>
              <td>{facts.records ?? unknown}</td>
              <td>{facts.lag ?? unknown}</td>
              <td>
                {plan.edges
                  .filter(edge => edge.from === node.id)
                  .map(edge => nameOf.get(edge.to) ?? edge.to)
                  .join('; ')}
              </td>
            </tr>
          );
        })}
    </PlainTable>
  );
}
