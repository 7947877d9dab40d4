import { Text } from '@backstage/ui';
import { EntityLink } from '@datalark/backstage-plugin-data-entities-react';
import {
  DEFAULT_ENVIRONMENT,
  Deployment,
} from '@datalark/backstage-plugin-data-jobs-common';
import { HealthBadge } from '../HealthBadge';
import { ObservedBadge } from '../StateBadge';
import styles from './JobCards.module.css';

/** What a row shows of a job in an environment. */
export type JobRowFacts = {
  entityRef: string;
  name: string;
  title?: string;
  deployment: Deployment;
};

/** Jobs with their states, one below the other. */
export function JobRows(props: { label: string; jobs: JobRowFacts[] }) {
  return (
    <ul className={styles.rows} aria-label={props.label}>
      {props.jobs.map(({ entityRef, name, title, deployment }) => {
        const { health } = deployment.observation;
        return (
          <li
            key={`${entityRef} ${deployment.environment}`}
            className={styles.row}
          >
            <span className={styles.name}>
              <EntityLink entityRef={entityRef} title={title ?? name} />
              {deployment.environment !== DEFAULT_ENVIRONMENT && (
                <span className={styles.environment}>
                  {deployment.environment}
                </span>
              )}
            </span>
            <ObservedBadge deployment={deployment} />
            {health.state === 'degraded' && <HealthBadge health={health} />}
            {health.state === 'degraded' && health.reasons[0] && (
              <Text as="p" variant="body-small" className={styles.reason}>
                {health.reasons[0].message}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
