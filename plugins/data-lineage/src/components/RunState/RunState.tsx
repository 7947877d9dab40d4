import { VisibleNode } from '@datalark/backstage-plugin-data-lineage-common';
import {
  RemixiconComponentType,
  RiCheckLine,
  RiCloseCircleLine,
  RiPlayLine,
  RiQuestionLine,
  RiStopCircleLine,
} from '@remixicon/react';
import { useText } from '../../hooks/useText';
import styles from './RunState.module.css';

type Known = NonNullable<VisibleNode['runState']>;

const ICONS: Record<Known | 'unknown', RemixiconComponentType> = {
  START: RiPlayLine,
  RUNNING: RiPlayLine,
  COMPLETE: RiCheckLine,
  FAIL: RiCloseCircleLine,
  ABORT: RiStopCircleLine,
  OTHER: RiQuestionLine,
  unknown: RiQuestionLine,
};

/** How the newest run of a job does, with an icon and a word. */
export function RunState({ node }: { node: Pick<VisibleNode, 'runState'> }) {
  const t = useText();
  const state = node.runState ?? 'unknown';
  const Icon = ICONS[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={15} aria-hidden="true" /> {t(`runState.${state}`)}
    </span>
  );
}
