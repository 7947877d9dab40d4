import { ReactElement } from 'react';
import {
  Operation,
  OperationStep,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiSkipForwardLine,
} from '@remixicon/react';
import {
  Duration,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import styles from './Operation.module.css';

const ICONS: Record<OperationStep['state'], ReactElement> = {
  running: <RiLoader4Line size={16} className={styles.turning} />,
  succeeded: <RiCheckLine size={16} />,
  failed: <RiCloseLine size={16} />,
  skipped: <RiSkipForwardLine size={16} />,
};

/** The steps of an operation with the time each began and took. */
export function OperationStepList(props: { operation: Operation }) {
  const t = useText();
  const format = useTimeFormat();
  const { steps } = props.operation;
  if (steps.length === 0) return <p>{t('operations.noSteps')}</p>;
  return (
    <ol className={styles.steps} aria-label={t('operations.steps')}>
      {steps.map((step, index) => (
        <li key={index} className={styles.step} data-state={step.state}>
          <span className={styles.stepIcon} aria-hidden="true">
            {ICONS[step.state]}
          </span>
          <span className={styles.stepName}>
            {step.name}
            {step.message && (
              <span className={styles.stepMessage}>{step.message}</span>
            )}
          </span>
          <span className={styles.stepState}>
            {t(`operations.step.${step.state}`)}
          </span>
          <time className={styles.stepTime} dateTime={step.startedAt}>
            {format.absolute(step.startedAt)}
          </time>
          <span className={styles.stepTime}>
            <Duration from={step.startedAt} to={step.endedAt} />
          </span>
        </li>
      ))}
    </ol>
  );
}
