import { Text } from '@backstage/ui';
import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { useText } from '../../hooks/useText';
import { planStages } from '../../logic/planStages';
import { InsightView } from '../Insight';
import { Section } from '../Section';
import styles from './JobDiagnostics.module.css';

/** The plan as the engine runs it: stages from sources to sinks. */
export function PlanView(props: { target: DeploymentTarget }) {
  const t = useText();
  const plan = useDeploymentQuery('getPlan', props.target, {
    interval: 15_000,
  });
  return (
    <Section title={t('insight.plan.title')}>
      <InsightView query={plan}>
        {value =>
          value.nodes.length === 0 ? (
            <Text as="p">{t('insight.plan.empty')}</Text>
          ) : (
            <PlanGraph plan={value} />
          )
        }
      </InsightView>
    </Section>
  );
}

function PlanGraph({ plan }: { plan: JobPlan }) {
  const t = useText();
  const nameOf = new Map(plan.nodes.map(node => [node.id, node.name]));
  return (
    <ol className={styles.plan} aria-label={t('insight.plan.graph')}>
      {planStages(plan).map((nodes, stage) => (
        <li key={stage} className={styles.stage}>
          <span className={styles.small}>
            {t('insight.plan.stage', { stage: String(stage + 1) })}
          </span>
          <ul className={styles.plainList}>
            {nodes.map(node => (
              <li key={node.id} className={styles.node}>
                <strong className={styles.breakable}>{node.name}</strong>
                <div className={styles.small}>
                  {[
                    node.state,
                    node.parallelism !== undefined &&
                      t('insight.plan.parallelism', {
                        parallelism: String(node.parallelism),
                      }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {plan.edges
                  .filter(edge => edge.from === node.id)
                  .map(edge => {
                    const target = nameOf.get(edge.to) ?? edge.to;
                    return (
                      <div key={edge.to} className={styles.edge}>
                        <span aria-hidden="true">→ </span>
                        {edge.label
                          ? t('insight.plan.feedsBy', {
                              target,
                              label: edge.label,
                            })
                          : t('insight.plan.feeds', { target })}
                      </div>
                    );
                  })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
