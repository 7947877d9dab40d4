import { ReactElement, useState } from 'react';
import { Button } from '@backstage/ui';
import { Health } from '@datalark/backstage-plugin-data-jobs-common';
import {
  RiErrorWarningLine,
  RiHeartPulseLine,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import { useText } from '../../hooks/useText';
import styles from './HealthBadge.module.css';

const ICONS: Record<Health['state'], ReactElement> = {
  ok: <RiHeartPulseLine size={18} />,
  degraded: <RiErrorWarningLine size={18} />,
  unknown: <RiQuestionLine size={18} />,
  none: <RiSubtractLine size={18} />,
};

/** Health as icon and word. */
export function HealthBadge(props: { health: Health }) {
  const t = useText();
  const { state } = props.health;
  return (
    <span className={styles.badge} data-health={state}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[state]}
      </span>
      <span>{t(`health.${state}`)}</span>
    </span>
  );
}

/** Health for a table: the first reason in sight, the others on demand. */
export function HealthCell(props: { health: Health }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { reasons } = props.health;
  return (
    <span className={styles.cell}>
      <HealthBadge health={props.health} />
      {reasons.slice(0, open ? undefined : 1).map(reason => (
        <span key={reason.message} className={styles.reason}>
          {reason.message}
        </span>
      ))}
      {reasons.length > 1 && (
        <Button
          variant="tertiary"
          size="small"
          className={styles.more}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {open
            ? t('health.less')
            : t('health.more', { count: reasons.length - 1 })}
        </Button>
      )}
    </span>
  );
}

/** All reasons, one a line; nothing when there are none. */
export function HealthReasons(props: { health: Health }) {
  const { reasons } = props.health;
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {reasons.map(reason => (
        <li key={`${reason.code}:${reason.message}`}>{reason.message}</li>
      ))}
    </ul>
  );
}
