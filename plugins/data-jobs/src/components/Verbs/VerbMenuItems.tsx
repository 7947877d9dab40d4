import { Menu, MenuItem } from '@backstage/ui';
import { JobSummary } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { useVerbDialog } from '../VerbDialog';
import { VerbState } from './useVerbStates';
import { VERB_ICONS } from './verbIcons';
import styles from './Verbs.module.css';

/** Verbs as a menu; those that cannot be asked for say why. */
export function VerbMenuItems(props: {
  job: JobSummary;
  states: VerbState[];
  placement: 'bottom start' | 'bottom end';
}) {
  const t = useText();
  const openDialog = useVerbDialog();
  return (
    <Menu placement={props.placement}>
      {props.states.map(({ verb, why }) => (
        <MenuItem
          key={verb}
          id={verb}
          className={styles.menuItem}
          textValue={t(`verb.${verb}.name`)}
          iconStart={VERB_ICONS[verb]}
          color={verb === 'delete' ? 'danger' : 'primary'}
          isDisabled={why !== undefined}
          onAction={() => openDialog({ verb, job: props.job })}
        >
          <span className={styles.label}>
            <span>{t(`verb.${verb}.name`)}</span>
            {why && <span className={styles.why}>{why}</span>}
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
