import { ReactElement } from 'react';
import {
  Deployment,
  ObservedState,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiIndeterminateCircleLine,
  RiLoader4Line,
  RiPauseCircleLine,
  RiPlayCircleLine,
  RiQuestionLine,
  RiStopCircleLine,
} from '@remixicon/react';
import {
  Duration,
  RelativeTime,
} from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import styles from './StateBadge.module.css';

const ICONS: Record<ObservedState, ReactElement> = {
  deploying: <RiLoader4Line size={18} />,
  running: <RiPlayCircleLine size={18} />,
  suspended: <RiPauseCircleLine size={18} />,
  finished: <RiCheckboxCircleLine size={18} />,
  failed: <RiCloseCircleLine size={18} />,
  canceled: <RiStopCircleLine size={18} />,
  absent: <RiIndeterminateCircleLine size={18} />,
  unknown: <RiQuestionLine size={18} />,
};

/** A state as icon and word; the colour only repeats them. */
export function StateBadge(props: { state: ObservedState }) {
  const t = useText();
  return (
    <span className={styles.badge} data-state={props.state}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[props.state]}
      </span>
      <span>{t(`observed.${props.state}`)}</span>
    </span>
  );
}

/** What a deployment was last seen to do, since when, and for unknown what was last known for sure. */
export function ObservedBadge(props: { deployment: Deployment }) {
  const t = useText();
  const { observation, deployedVersion } = props.deployment;
  const { state, since, lastKnown } = observation;
  if (deployedVersion === undefined && state === 'absent') {
    return <span>{t('observed.neverDeployed')}</span>;
  }
  return (
    <span className={styles.observed}>
      <StateBadge state={state} />
      <span className={styles.detail}>
        {t('observed.forDuration', { duration: <Duration from={since} /> })}
      </span>
      {state === 'unknown' && (
        <span className={styles.detail}>
          {lastKnown
            ? t('observed.lastKnown', {
                state: t(`observed.${lastKnown.state}`),
                when: <RelativeTime iso={lastKnown.observedAt} />,
              })
            : t('observed.neverKnown')}
        </span>
      )}
    </span>
  );
}
