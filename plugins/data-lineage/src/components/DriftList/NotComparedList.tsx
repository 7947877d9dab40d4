import { Text } from '@backstage/ui';
import { EntityLink } from '@datalark/backstage-plugin-data-entities-react';
import {
  NotCompared,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';
import styles from './DriftList.module.css';

const REASONS: readonly NotCompared['reason'][] = [
  'engine-does-not-report',
  'never-seen-running',
  'lookup-not-reported',
];

function NodeTitle({ node }: { node: VisibleNode }) {
  return node.entityRef ? (
    <EntityLink entityRef={node.entityRef} title={node.title} />
  ) : (
    <>{node.title}</>
  );
}

/** Jobs that are in no disagreement because nothing is known to compare them with, and why. */
export function NotComparedList({ jobs }: { jobs: readonly NotCompared[] }) {
  const t = useText();
  return (
    <>
      {REASONS.map(reason => {
        const those = jobs.filter(one => one.reason === reason);
        if (those.length === 0) return null;
        return (
          <details key={reason} className={styles.notCompared}>
            <summary>
              {t(`notCompared.${reason}`, { count: those.length })}
            </summary>
            <Text as="p" className={styles.detail}>
              {t(`notComparedHint.${reason}`)}
            </Text>
            <ul>
              {those.map(({ job, dataset }) => (
                <li key={`${job.id} ${dataset?.id}`}>
                  {dataset && (
                    <>
                      <NodeTitle node={dataset} /> →{' '}
                    </>
                  )}
                  <NodeTitle node={job} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
