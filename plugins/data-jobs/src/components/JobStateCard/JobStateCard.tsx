import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Flex,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import {
  errorStatus,
  Fact,
  Facts,
  LoadFailure,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  DEFAULT_ENVIRONMENT,
  Deployment,
  JobDetail,
} from '@datalark/backstage-plugin-data-jobs-common';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { useJob } from '../../hooks/useJob';
import { useText } from '../../hooks/useText';
import { jobTabRouteRef } from '../../routes';
import { DesiredLabel } from '../DesiredLabel';
import { HealthReasons } from '../HealthBadge';
import { HealthSentence } from '../HealthSentence';
import { RestorePointText } from '../JobOverview/RestorePointText';
import { LastChangeText } from '../LastChangeText';
import { ObservedBadge } from '../StateBadge';

/** The state of a job in short, for the overview of its entity. */
export function JobStateCard() {
  const t = useText();
  const { entity } = useEntity();
  const tabLink = useRouteRef(jobTabRouteRef);
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          {t('card.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <DataJobsQueryProvider>
          <CardContent entityRef={stringifyEntityRef(entity)} />
        </DataJobsQueryProvider>
      </CardBody>
      {tabLink && (
        <CardFooter>
          <Link href={tabLink()}>{t('card.open')}</Link>
        </CardFooter>
      )}
    </Card>
  );
}

function CardContent(props: { entityRef: string }) {
  const t = useText();
  const job = useJob(props.entityRef);
  if (job.isPending) return <Skeleton width="100%" height={80} />;
  if (!job.data) {
    return errorStatus(job.error) === 404 ? (
      <Text as="p">{t('card.notManaged')}</Text>
    ) : (
      <LoadFailure
        title={t('job.loadFailed')}
        error={job.error}
        onRetry={job.refetch}
      />
    );
  }
  return (
    <Flex direction="column" gap="5">
      {job.data.deployments.map(deployment => (
        <DeploymentSummary
          key={deployment.environment}
          job={job.data}
          deployment={deployment}
        />
      ))}
    </Flex>
  );
}

function DeploymentSummary(props: { job: JobDetail; deployment: Deployment }) {
  const t = useText();
  const { job, deployment } = props;
  return (
    <Flex direction="column" gap="3">
      {deployment.environment !== DEFAULT_ENVIRONMENT && (
        <Text as="h3" variant="body-medium" weight="bold">
          {deployment.environment}
        </Text>
      )}
      <Text as="p" variant="body-large">
        <HealthSentence deployment={deployment} />
      </Text>
      <HealthReasons health={deployment.observation.health} />
      <Facts>
        <Fact label={t('job.axis.desired')}>
          <DesiredLabel desired={deployment.desired} />
        </Fact>
        <Fact label={t('job.axis.observed')}>
          <ObservedBadge deployment={deployment} />
        </Fact>
        <Fact label={t('job.axis.restorePoint')}>
          <RestorePointText
            snapshot={job.restorePoints[deployment.environment]}
            keepsState={
              job.processing === 'streaming' &&
              job.spec.upgradeMode !== 'stateless'
            }
          />
        </Fact>
        <Fact label={t('job.axis.lastChange')}>
          <LastChangeText change={deployment.lastChange} />
        </Fact>
      </Facts>
    </Flex>
  );
}
