import { Skeleton, Text } from '@backstage/ui';
import {
  EntityLink,
  LoadFailure,
  RelativeTime,
  Section,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  JobAlert,
  JobNotice,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { useText } from '../../hooks/useText';
import styles from './JobAlerts.module.css';

const INTERVAL = 15_000;
const MOST_NOTICES = 10;

/** What is wrong with a job by the rules of notification, and what its owner was told. */
export function JobAlerts(props: { target: DeploymentTarget; owner: string }) {
  const t = useText();
  const alerts = useDeploymentQuery('listAlerts', props.target, {
    interval: INTERVAL,
  });
  const content = () => {
    if (!alerts.data) {
      return alerts.isPending ? (
        <Skeleton width="100%" height={60} />
      ) : (
        <LoadFailure
          title={t('alerts.loadFailed')}
          error={alerts.error}
          onRetry={alerts.refetch}
        />
      );
    }
    const holding = alerts.data.items.filter(({ state }) => state !== 'closed');
    const notices = alerts.data.notices.slice(0, MOST_NOTICES);
    if (!holding.length && !notices.length) {
      return <Text as="p">{t('alerts.empty')}</Text>;
    }
    return (
      <>
        {holding.length > 0 && (
          <ul className={styles.list} aria-label={t('alerts.holds')}>
            {holding.map(alert => (
              <AlertRow key={alert.cause} alert={alert} />
            ))}
          </ul>
        )}
        {notices.length > 0 && (
          <>
            <Text as="h4" variant="body-medium" weight="bold">
              {t('alerts.notices', {
                owner: <EntityLink entityRef={props.owner} kind="Group" />,
              })}
            </Text>
            <ul className={styles.list}>
              {notices.map(notice => (
                <NoticeRow key={notice.id} notice={notice} />
              ))}
            </ul>
          </>
        )}
      </>
    );
  };
  return <Section title={t('alerts.title')}>{content()}</Section>;
}

function AlertRow({ alert }: { alert: JobAlert }) {
  const t = useText();
  return (
    <li className={styles.row}>
      <span className={styles.main}>{alert.message}</span>
      <span>
        {t('alerts.since', { when: <RelativeTime iso={alert.since} /> })}
      </span>
      <span>{t(`alerts.state.${alert.state}`)}</span>
    </li>
  );
}

function NoticeRow({ notice }: { notice: JobNotice }) {
  const t = useText();
  const format = useTimeFormat();
  const { heldUntil, sentAt, createdAt } = notice;
  return (
    <li className={styles.row}>
      <details className={styles.main}>
        <summary>{notice.title}</summary>
        <p className={styles.text}>{notice.description}</p>
      </details>
      <span>
        {t(`alerts.notice.${notice.state}`, {
          when: heldUntil ? (
            <time dateTime={heldUntil}>{format.absolute(heldUntil)}</time>
          ) : (
            <RelativeTime iso={sentAt ?? createdAt} />
          ),
          problem: notice.problem ?? '',
        })}
      </span>
    </li>
  );
}
