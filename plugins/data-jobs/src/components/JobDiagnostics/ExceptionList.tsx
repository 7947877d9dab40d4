import { Text } from '@backstage/ui';
import {
  RelativeTime,
  ScrollRegion,
  Section,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  ExceptionGroup,
  JobException,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { useText } from '../../hooks/useText';
import { InsightView } from '../Insight';
import styles from './JobDiagnostics.module.css';

/** The failures of all runs, alike ones together, each with its first and last. */
export function ExceptionList(props: { target: DeploymentTarget }) {
  const t = useText();
  const exceptions = useDeploymentQuery('listExceptionGroups', props.target, {
    interval: 10_000,
  });
  return (
    <Section title={t('insight.exceptions.title')}>
      <InsightView query={exceptions}>
        {groups =>
          groups.length === 0 ? (
            <Text as="p">{t('insight.exceptions.empty')}</Text>
          ) : (
            <ul className={styles.plainList}>
              {groups.map(group => (
                <ExceptionItem key={group.id} group={group} />
              ))}
            </ul>
          )
        }
      </InsightView>
    </Section>
  );
}

function ExceptionItem({ group }: { group: ExceptionGroup }) {
  const t = useText();
  const { first, last, count, firstAt, lastAt } = group;
  const { task, location } = first;
  return (
    <li className={styles.exception}>
      <div className={styles.small}>
        {count > 1 ? (
          <>
            {t('insight.exceptions.times', {
              count,
              when: <RelativeTime iso={firstAt} />,
            })}
            {', '}
            {t('insight.exceptions.last', {
              when: <RelativeTime iso={lastAt} />,
            })}
          </>
        ) : (
          <RelativeTime iso={firstAt} />
        )}
        {task && ` · ${t('insight.exceptions.task', { task })}`}
        {location && ` · ${location}`}
      </div>
      <strong className={styles.breakable}>{group.name}</strong>
      <div className={styles.breakable}>{group.message}</div>
      <Stack
        exception={first}
        title={
          count > 1
            ? t('insight.exceptions.firstStack')
            : t('insight.exceptions.stack')
        }
      />
      {count > 1 && last.stack !== first.stack && (
        <Stack exception={last} title={t('insight.exceptions.lastStack')} />
      )}
    </li>
  );
}

function Stack(props: { exception: JobException; title: string }) {
  const { stack, message } = props.exception;
  if (!stack) return null;
  return (
    <details>
      <summary>{props.title}</summary>
      <ScrollRegion className={styles.code} label={message}>
        {stack}
      </ScrollRegion>
    </details>
  );
}
