import { Card, CardBody } from '@backstage/ui';
import {
  Fact,
  Facts,
  RelativeTime,
  Section,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useRecordCounts } from '../../hooks/useRecordCounts';
import { useText } from '../../hooks/useText';
import { DesiredLabel } from '../DesiredLabel';
import { HealthBadge } from '../HealthBadge';
import { OperationOutcome } from '../Operation';
import { ObservedBadge } from '../StateBadge';
import { OwnerSummary } from './OwnerSummary';

/** The three axes, what is deployed, and what would be lost. */
export function JobOverview(props: { job: JobDetail; deployment: Deployment }) {
  const t = useText();
  const format = useTimeFormat();
  const { job, deployment } = props;
  const { observation } = deployment;
  const { tasks } = observation;
  const records = useRecordCounts(deployment);
  const count = (value: number | undefined) =>
    value === undefined ? t('job.notKnown') : format.number(value);
  return (
    <>
      {deployment.activeOperation && (
        <Section title={t('job.active')}>
          <Card>
            <CardBody>
              <OperationOutcome operation={deployment.activeOperation} />
            </CardBody>
          </Card>
        </Section>
      )}
      <OwnerSummary job={job} deployment={deployment} />
      <Section title={t('job.stateTitle')}>
        <Card>
          <CardBody>
            <Facts>
              <Fact label={t('job.axis.desired')}>
                <DesiredLabel desired={deployment.desired} />
              </Fact>
              <Fact label={t('job.axis.observed')}>
                <ObservedBadge deployment={deployment} />
              </Fact>
              <Fact label={t('job.axis.health')}>
                <HealthBadge health={observation.health} />
              </Fact>
              <Fact label={t('job.axis.read')}>{count(records.read)}</Fact>
              <Fact label={t('job.axis.written')}>
                {count(records.written)}
              </Fact>
              {tasks && (
                <Fact label={t('job.axis.tasks')}>
                  {t('job.tasksOf', {
                    running: format.number(tasks.running),
                    total: format.number(tasks.total),
                  })}
                </Fact>
              )}
              <Fact label={t('job.axis.version')}>
                <VersionText
                  deployed={deployment.deployedVersion}
                  latest={job.latestVersion}
                />
              </Fact>
              <Fact label={t('job.axis.engine')}>{deployment.engine}</Fact>
              <Fact label={t('job.axis.origin')}>
                {t(`job.origin.${job.origin}`)}
              </Fact>
              {observation.engineJobId && (
                <Fact label={t('job.axis.engineJobId')}>
                  {observation.engineJobId}
                </Fact>
              )}
              <Fact label={t('job.axis.observedAt')}>
                <RelativeTime iso={observation.observedAt} />
              </Fact>
            </Facts>
          </CardBody>
        </Card>
      </Section>
    </>
  );
}

function VersionText(props: { deployed?: number; latest: number }) {
  const t = useText();
  const { deployed, latest } = props;
  if (deployed === undefined) {
    return <>{t('job.versionNone', { latest: String(latest) })}</>;
  }
  return (
    <>
      {deployed === latest
        ? t('job.versionDeployed', { deployed: String(deployed) })
        : t('job.versionBehind', {
            deployed: String(deployed),
            latest: String(latest),
          })}
    </>
  );
}
