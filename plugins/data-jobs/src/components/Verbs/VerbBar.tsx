import { Button, MenuTrigger, Text } from '@backstage/ui';
import { JobSummary } from '@datalark/backstage-plugin-data-jobs-common';
import { RiMore2Line } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { useVerbDialog } from '../VerbDialog';
import { useVerbStates } from './useVerbStates';
import { VerbMenuItems } from './VerbMenuItems';
import { VERB_ICONS } from './verbIcons';
import styles from './Verbs.module.css';

const PROMINENT = ['deploy', 'resume', 'suspend', 'savepoint', 'stop'];

/** The verbs that make sense now as buttons, and all others in a menu. */
export function VerbBar(props: { job: JobSummary }) {
  const t = useText();
  const openDialog = useVerbDialog();
  const { states, allowed } = useVerbStates(props.job);
  if (allowed === false) {
    return (
      <Text variant="body-small" color="secondary">
        {t('verbs.noneAllowed')}
      </Text>
    );
  }
  const upToDate =
    props.job.deployment.deployedVersion === props.job.latestVersion &&
    props.job.deployment.observation.state === 'running';
  const buttons = states.filter(
    ({ verb, why }) =>
      !why &&
      PROMINENT.includes(verb) &&
      // Deploying what runs already is possible, but rarely meant.
      !(verb === 'deploy' && upToDate),
  );
  const first = buttons.find(({ verb }) =>
    ['resume', 'deploy'].includes(verb),
  )?.verb;
  return (
    <div className={styles.bar} role="group" aria-label={t('verbs.bar')}>
      {buttons.map(({ verb }) => (
        <Button
          key={verb}
          variant={verb === first ? 'primary' : 'secondary'}
          size="small"
          iconStart={VERB_ICONS[verb]}
          onPress={() => openDialog({ verb, job: props.job })}
        >
          {t(`verb.${verb}.name`)}
        </Button>
      ))}
      <MenuTrigger>
        <Button variant="secondary" size="small" iconStart={<RiMore2Line />}>
          {t('verbs.more')}
        </Button>
        <VerbMenuItems
          job={props.job}
          states={states.filter(
            ({ verb }) => !buttons.some(button => button.verb === verb),
          )}
        />
      </MenuTrigger>
    </div>
  );
}
