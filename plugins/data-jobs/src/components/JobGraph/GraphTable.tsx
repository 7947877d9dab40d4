import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { planStages } from '../../logic/planStages';
import { useVertexFacts } from './useVertexFacts';
import styles from './JobGraph.module.css';

/** The vertices from sources to sinks as a table. */
export function GraphTable({ plan }: { plan: JobPlan }) {
  const t = useText();
  const factsOf = useVertexFacts();
  const nameOf = new Map(plan.nodes.map(node => [node.id, node.name]));
  const unknown = t('job.notKnown');
  return (
    <div
      className={styles.scroll}
      role="group"
      aria-label={t('insight.plan.graph')}
      // Scrolls, so the keyboard has to reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={t('insight.plan.graph')}>
        <thead>
          <tr>
            <th scope="col">{t('graph.column.vertex')}</th>
            <th scope="col">{t('graph.column.load')}</th>
            <th scope="col">{t('graph.column.parallelism')}</th>
            <th scope="col">{t('graph.column.tasks')}</th>
            <th scope="col">{t('graph.column.busy')}</th>
            <th scope="col">{t('graph.column.backpressured')}</th>
            <th scope="col">{t('graph.column.records')}</th>
            <th scope="col">{t('graph.column.lag')}</th>
            <th scope="col">{t('graph.column.feeds')}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
