import { LastChange } from '@datalark/backstage-plugin-data-jobs-common';
import { RiErrorWarningLine } from '@remixicon/react';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import { Requester } from '../Requester';
import styles from './LastChangeText.module.css';

/** `Suspended by Guest 5 minutes ago`; a failed change is marked. */
export function LastChangeText(props: { change: LastChange | undefined }) {
  const t = useText();
  const { change } = props;
  if (!change) return <span>{t('lastChange.never')}</span>;
  const { verb } = change;
  const by = <Requester by={change.by} />;
  const when = <RelativeTime iso={change.at} />;
  switch (change.state) {
    case 'succeeded':
      return (
        <span>
          {t('lastChange.succeeded', {
            done: t(`verb.${verb}.done`),
            by,
            when,
          })}
        </span>
      );
    case 'failed':
      return (
        <span className={styles.failed}>
          <RiErrorWarningLine size={16} aria-hidden="true" />
          <span>
            {t('lastChange.failed', { name: t(`verb.${verb}.name`), by, when })}
          </span>
        </span>
      );
    case 'canceled':
      return (
        <span>
          {t('lastChange.canceled', { name: t(`verb.${verb}.name`), by, when })}
        </span>
      );
    default:
      return (
        <span>
          {t('lastChange.active', { doing: t(`verb.${verb}.doing`), by, when })}
        </span>
      );
  }
}
