import { ReactElement } from 'react';
import { Deployment } from '@datalark/backstage-plugin-data-jobs-common';
import {
  RiErrorWarningLine,
  RiHeartPulseLine,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import {
  Duration,
  RelativeTime,
} from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import styles from './HealthSentence.module.css';

const ICONS: Record<string, ReactElement> = {
  ok: <RiHeartPulseLine size={22} />,
  degraded: <RiErrorWarningLine size={22} />,
  unknown: <RiQuestionLine size={22} />,
  none: <RiSubtractLine size={22} />,
};

/** `Healthy: running for 3 h.` */
export function HealthSentence({ deployment }: { deployment: Deployment }) {
  const t = useText();
  const { observation } = deployment;
  const { state, since, lastKnown } = observation;
  const health = observation.health.state;
  const duration = <Duration from={since} />;
  const words = t(`observed.${state}`).toLocaleLowerCase();
  const sentence = () => {
    if (
      deployment.deployedVersion === undefined &&
      !deployment.activeOperation &&
      (state === 'absent' || health === 'none')
    ) {
      return t('job.sentence.never');
    }
    if (health === 'unknown' || state === 'unknown') {
      return lastKnown
        ? t('job.sentence.unknownLast', {
            duration,
            state: t(`observed.${lastKnown.state}`).toLocaleLowerCase(),
            when: <RelativeTime iso={lastKnown.observedAt} />,
          })
        : t('job.sentence.unknown', { duration });
    }
    if (health === 'degraded') {
      return t('job.sentence.degraded', { state: words, duration });
    }
    if (health === 'none' && deployment.desired === 'stopped') {
      return t('job.sentence.stopped', { duration });
    }
    if (health === 'none' && state === 'finished') {
      return t('job.sentence.finished', { when: <RelativeTime iso={since} /> });
    }
    if (health === 'none') {
      return t('job.sentence.none', {
        state: t(`observed.${state}`),
        duration,
      });
    }
    return t('job.sentence.ok', { state: words, duration });
  };
  return (
    <span className={styles.sentence} data-health={health}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[health]}
      </span>
      <span>{sentence()}</span>
    </span>
  );
}
