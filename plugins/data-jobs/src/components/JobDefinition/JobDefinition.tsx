import { useState } from 'react';
import { Button, Flex, Select, Skeleton, Text } from '@backstage/ui';
import {
  LoadFailure,
  RelativeTime,
  Section,
  TimeFormat,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
  JobVersion,
} from '@datalark/backstage-plugin-data-jobs-common';
import { Translate, useText } from '../../hooks/useText';
import { useVersions } from '../../hooks/useVersions';
import { toSummary } from '../../logic/toSummary';
import { Requester } from '../Requester';
import { useVerbDialog } from '../VerbDialog';
import { useVerbStates } from '../Verbs';
import { DefinitionActions } from './DefinitionActions';
import { VersionText } from './VersionText';
import styles from './JobDefinition.module.css';

type Props = { job: JobDetail; deployment: Deployment };

/** What the job runs, in any version, alone or against another one. */
export function JobDefinition(props: Props) {
  const t = useText();
  const versions = useVersions(props.job.entityRef, props.job.latestVersion);
  const body = () => {
    if (versions.isPending) return <Skeleton width="100%" height={240} />;
    if (!versions.data?.length) {
      return (
        <LoadFailure
          title={t('definition.loadFailed')}
          error={versions.error ?? ''}
          onRetry={versions.refetch}
        />
      );
    }
    return <LoadedDefinition {...props} versions={versions.data} />;
  };
  return (
    <Section
      title={t('definition.title')}
      actions={<DefinitionActions job={props.job} />}
    >
      {props.job.origin === 'git' && (
        <Text as="p" color="secondary" className={styles.note}>
          {t('definition.gitOwned')}
        </Text>
      )}
      {body()}
    </Section>
  );
}

function LoadedDefinition(props: Props & { versions: JobVersion[] }) {
  const t = useText();
  const format = useTimeFormat();
  const openDialog = useVerbDialog();
  const { job, deployment, versions } = props;
  const { deployedVersion } = deployment;
  const [chosen, setChosen] = useState<number>();
  const [other, setOther] = useState<number>();
  const summary = toSummary(job, deployment);
  const rollback = useVerbStates(summary).states.find(
    ({ verb }) => verb === 'rollback',
  );
  const shown =
    versions.find(one => one.version === (chosen ?? deployedVersion)) ??
    versions[0];
  const compared = versions.find(one => one.version === other);
  const options = versions.map(one => ({
    value: String(one.version),
    label: versionLabel(t, format, one, [
      one.version === deployedVersion && t('definition.deployed'),
      one.version === job.latestVersion && t('definition.newest'),
    ]),
  }));
  const canRollBack =
    deployedVersion !== undefined && shown.version < deployedVersion;

  return (
    <Flex direction="column" gap="4">
      <div className={styles.choices}>
        <Select
          size="small"
          className={styles.choice}
          label={t('definition.shown')}
          options={options}
          value={String(shown.version)}
          onChange={key => setChosen(Number(key))}
        />
        {versions.length > 1 && (
          <Select
            size="small"
            className={styles.choice}
            label={t('definition.compareWith')}
            options={[
              { value: 'none', label: t('definition.noCompare') },
              ...options.filter(({ value }) => value !== String(shown.version)),
            ]}
            value={compared ? String(compared.version) : 'none'}
            onChange={key => setOther(key === 'none' ? undefined : Number(key))}
          />
        )}
        {canRollBack && (
          <Button
            variant="secondary"
            size="small"
            isDisabled={rollback?.why !== undefined}
            onPress={() =>
              openDialog({
                verb: 'rollback',
                job: summary,
                preset: { version: shown.version },
              })
            }
          >
            {t('definition.rollback', { version: String(shown.version) })}
          </Button>
        )}
      </div>
      {canRollBack && rollback?.why && (
        <Text as="p" color="secondary">
          {rollback.why}
        </Text>
      )}
      <Text as="p" variant="body-small" color="secondary">
        {t('definition.by', {
          by: <Requester by={shown.createdBy} />,
          when: <RelativeTime iso={shown.createdAt} />,
        })}
        {shown.message && `: ${shown.message}`}
      </Text>
      <VersionText shown={shown} compared={compared} />
    </Flex>
  );
}

function versionLabel(
  t: Translate,
  format: TimeFormat,
  { version, createdAt, message }: JobVersion,
  marks: Array<string | false>,
) {
  const name = t('definition.version', { version: String(version) });
  const given = marks.filter(Boolean).join(', ');
  return [
    given ? `${name} (${given})` : name,
    message ?? format.absolute(createdAt),
  ].join(' · ');
}
