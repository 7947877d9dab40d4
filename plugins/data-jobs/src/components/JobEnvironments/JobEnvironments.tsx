import { useState } from 'react';
import { Button, Flex, Select, Skeleton, Text } from '@backstage/ui';
import {
  LoadFailure,
  PlainTable,
  Section,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useJobComparison } from '../../hooks/useResolvedJob';
import { useText } from '../../hooks/useText';
import { toSummary } from '../../logic/toSummary';
import { ObservedBadge } from '../StateBadge';
import { useVerbDialog } from '../VerbDialog';
import { useVerbStates } from '../Verbs';
import { ComparisonView } from './ComparisonView';
import styles from './JobEnvironments.module.css';

/** What runs in each environment, what differs, and the way from one to another. */
export function JobEnvironments(props: {
  job: JobDetail;
  deployment: Deployment;
}) {
  const t = useText();
  const { job, deployment } = props;
  const [other, setOther] = useState<string>();
  const others = job.deployments.filter(
    one => one.environment !== deployment.environment,
  );
  const compared = others.find(one => one.environment === other);
  const comparison = useJobComparison(
    {
      entityRef: job.entityRef,
      from: deployment.environment,
      to: compared?.environment,
    },
    { enabled: compared !== undefined },
  );
  if (!others.length) return null;
  return (
    <Section title={t('environments.title')}>
      <Flex direction="column" gap="4">
        <PlainTable
          hasCodeKeys
          label={t('environments.table')}
          columns={[
            t('environments.environment'),
            t('environments.version'),
            t('environments.state'),
          ]}
        >
          {job.deployments.map(one => (
            <tr key={one.environment}>
              <th scope="row">{one.environment}</th>
              <td>{one.deployedVersion ?? '–'}</td>
              <td>
                <ObservedBadge deployment={one} />
              </td>
            </tr>
          ))}
        </PlainTable>
        <div className={styles.choices}>
          <Select
            size="small"
            className={styles.choice}
            label={t('environments.compareWith', {
              environment: deployment.environment,
            })}
            placeholder={t('environments.nothing')}
            options={others.map(({ environment }) => ({
              value: environment,
              label: environment,
            }))}
            value={other ?? null}
            onChange={key => setOther(String(key))}
          />
          {compared && <Promote job={job} from={deployment} to={compared} />}
        </div>
        {compared && comparison.isPending && (
          <Skeleton width="100%" height={120} />
        )}
        {compared && comparison.error && (
          <LoadFailure
            title={t('environments.loadFailed')}
            error={comparison.error}
            onRetry={comparison.refetch}
          />
        )}
        {compared && comparison.data && (
          <ComparisonView
            comparison={comparison.data}
            same={t('environments.same')}
          />
        )}
      </Flex>
    </Section>
  );
}

function Promote(props: { job: JobDetail; from: Deployment; to: Deployment }) {
  const t = useText();
  const openDialog = useVerbDialog();
  const { job, from, to } = props;
  const summary = toSummary(job, to);
  const deploy = useVerbStates(summary).states.find(
    ({ verb }) => verb === 'deploy',
  );
  const version = from.deployedVersion;
  if (version === undefined || version === to.deployedVersion) return null;
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        isDisabled={deploy?.why !== undefined}
        onPress={() =>
          openDialog({
            verb: 'deploy',
            job: summary,
            preset: { version, promoteFrom: from.environment },
          })
        }
      >
        {t('environments.promote', {
          version: String(version),
          environment: to.environment,
        })}
      </Button>
      {deploy?.why && <Text color="secondary">{deploy.why}</Text>}
    </>
  );
}
