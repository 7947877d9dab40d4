import { Text } from '@backstage/ui';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { useText } from '../../hooks/useText';
import { ExceptionGroup, groupExceptions } from '../../logic/groupExceptions';
import { InsightView } from '../Insight';
import { Section } from '../Section';
import { RelativeTime } from '../Time';
import styles from './JobDiagnostics.module.css';

/** The failures on record, newest first, with their stack traces. */
export function ExceptionList(props: { target: DeploymentTarget }) {
  const t = useText();
  const exceptions = useDeploymentQuery('getExceptions', props.target, {
    interval: 10_000,
  });
  return (
    <Section title={t('insight.exceptions.title')}>
      <InsightView query={exceptions}>
        {items =>
          items.length === 0 ? (
            <Text as="p">{t('insight.exceptions.empty')}</Text>
          ) : (
            <ul className={styles.plainList}>
              {groupExceptions(items).map((group, index) => (
                <ExceptionItem key={index} group={group} />
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
  const { exception, count, firstAt } = group;
  const { task, location } = exception;
  return (
    <li className={styles.exception}>
      <div className={styles.small}>
        <RelativeTime iso={exception.at} />
        {task && ` · ${t('insight.exceptions.task', { task })}`}
        {location && ` · ${location}`}
        {count > 1 && (
          <>
            {' · '}
            {t('insight.exceptions.times', {
              count,
              when: <RelativeTime iso={firstAt} />,
            })}
          </>
        )}
      </div>
      <strong className={styles.breakable}>{exception.name}</strong>
      <div className={styles.breakable}>{exception.message}</div>
      {exception.stack && (
        <details>
          <summary>{t('insight.exceptions.stack')}</summary>
          {/* Scrolls, so the keyboard has to reach it. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={styles.code} tabIndex={0}>
            {exception.stack}
          </pre>
        </details>
      )}
    </li>
  );
}
