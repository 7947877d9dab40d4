import { Button, MenuTrigger, Text } from '@backstage/ui';
import { JobSummary, Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { RiMore2Line } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { useVerbDialog } from '../VerbDialog';
import { useVerbStates } from './useVerbStates';
import { VerbMenuItems } from './VerbMenuItems';
import { VERB_ICONS } from './verbIcons';
import styles from './Verbs.module.css';

/** Verbs that get a button, in this order. */
const PROMINENT: Verb[] = ['resume', 'deploy', 'suspend', 'savepoint', 'stop'];

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
  const { deployment, latestVersion, processing } = props.job;
  const { state: observed } = deployment.observation;
  const upToDate =
    deployment.deployedVersion === latestVersion && observed === 'running';
  const hasEnded = processing === 'batch' && observed === 'finished';
  const buttons = PROMINENT.filter(
    verb =>
      states.some(state => state.verb === verb && !state.why) &&
      // Deploying what runs already is possible, but rarely meant.
      !(verb === 'deploy' && upToDate) &&
      // What came to its end has nothing to go on with.
      !(verb === 'resume' && hasEnded),
  );
  const main = ['resume', 'deploy'].includes(buttons[0])
    ? buttons[0]
    : undefined;
  return (
    <div className={styles.bar} role="group" aria-label={t('verbs.bar')}>
      {buttons.map(verb => (
        <Button
          key={verb}
          variant={verb === main ? 'primary' : 'secondary'}
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
          placement="bottom start"
          job={props.job}
          states={states.filter(({ verb }) => !buttons.includes(verb))}
        />
      </MenuTrigger>
    </div>
  );
}
