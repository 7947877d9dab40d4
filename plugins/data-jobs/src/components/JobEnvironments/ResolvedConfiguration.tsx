import { Flex, Skeleton, Text } from '@backstage/ui';
import {
  LoadFailure,
  PlainTable,
  Section,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
  JobSpec,
  ResolvedJob,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useResolvedJob } from '../../hooks/useResolvedJob';
import { useText } from '../../hooks/useText';
import { definitionText } from '../../logic/definitionText';
import { LazyCodeView } from '../CodeView';
import { DefinitionProblems } from '../DefinitionProblems';
import styles from './JobEnvironments.module.css';

/** What the environment runs: every value with where it comes from. */
export function ResolvedConfiguration(props: {
  job: JobDetail;
  deployment: Deployment;
}) {
  const t = useText();
  const { job, deployment } = props;
  const { environment } = deployment;
  const version = deployment.deployedVersion ?? job.latestVersion;
  const resolved = useResolvedJob(
    { entityRef: job.entityRef, environment },
    version,
  );
  const body = () => {
    if (resolved.data) return <Resolved resolved={resolved.data} />;
    if (resolved.isPending) return <Skeleton width="100%" height={160} />;
    return (
      <LoadFailure
        title={t('resolved.loadFailed')}
        error={resolved.error}
        onRetry={resolved.refetch}
      />
    );
  };
  return (
    <Section
      title={t('resolved.title', { environment, version: String(version) })}
    >
      {body()}
    </Section>
  );
}

function Resolved({ resolved }: { resolved: ResolvedJob }) {
  const t = useText();
  const { language, text } = definitionText({
    definition: resolved.definition,
  } as JobSpec);
  return (
    <Flex direction="column" gap="4">
      <PlainTable
        hasCodeKeys
        label={t('resolved.values')}
        columns={[t('resolved.key'), t('resolved.value'), t('resolved.from')]}
      >
        {resolved.values.map(({ key, value, origin, instead }) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            <td>{value}</td>
            <td>
              {t(`resolved.origin.${origin}`)}
              {instead && (
                <span className={styles.detail}>
                  {t('resolved.instead', {
                    value: instead.value,
                    origin: t(`resolved.origin.${instead.origin}`),
                  })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
      {resolved.engineUnknown && (
        <Text as="p" color="secondary">
          {resolved.engineUnknown}
        </Text>
      )}
      <div>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('resolved.secrets')}
        </Text>
        {resolved.secrets.length === 0 && (
          <Text as="p">{t('resolved.noSecrets')}</Text>
        )}
        {resolved.secrets.map(({ name, state }) => (
          <Text as="p" key={name}>
            {t(`resolved.secretState.${state}`, { name })}
          </Text>
        ))}
      </div>
      {resolved.problems.length > 0 && (
        <DefinitionProblems problems={resolved.problems} />
      )}
      <div>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('resolved.text')}
        </Text>
        <LazyCodeView
          value={text}
          language={language}
          label={t('resolved.text')}
        />
      </div>
    </Flex>
  );
}
