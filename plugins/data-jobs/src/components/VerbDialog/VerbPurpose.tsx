import { Text } from '@backstage/ui';
import {
  Deployment,
  JobSummary,
  Verb,
  mayBeLive,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';

/** Says in a sentence what a verb will do. */
export function VerbPurpose(props: {
  verb: Verb;
  job: JobSummary;
  deployment: Deployment;
  version?: number;
}) {
  const t = useText();
  const { verb, deployment } = props;
  const texts = {
    version: String(props.version ?? props.job.latestVersion),
    deployed: String(deployment.deployedVersion ?? '–'),
    engine: deployment.engine,
  };
  const purpose = () => {
    if (verb === 'deploy') {
      if (deployment.deployedVersion === undefined) {
        return t('dialog.what.deployFirst', texts);
      }
      return mayBeLive(deployment.observation.state)
        ? t('dialog.what.deployRunning', texts)
        : t('dialog.what.deployAgain', texts);
    }
    if (verb === 'rollback') return t('dialog.what.rollback', texts);
    if (verb === 'resume') return t('dialog.what.resume', texts);
    return t(`dialog.what.${verb}`);
  };
  return (
    <Text as="p" variant="body-medium">
      {purpose()}
    </Text>
  );
}
