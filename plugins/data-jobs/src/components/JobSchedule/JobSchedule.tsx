import { lazy, Suspense, useState } from 'react';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import { Alert, Button, Card, CardBody, Skeleton, Text } from '@backstage/ui';
import {
  Fact,
  Facts,
  LoadFailure,
  Section,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
  jobUpdatePermission,
  ScheduleStatus,
} from '@datalark/backstage-plugin-data-jobs-common';
import { RiCalendarScheduleLine } from '@remixicon/react';
import { useSchedule } from '../../hooks/useSchedule';
import { useText } from '../../hooks/useText';
import { NextTimes } from './NextTimes';

const ScheduleDialog = lazy(() =>
  import('./ScheduleDialog').then(m => ({ default: m.ScheduleDialog })),
);

/** When a batch job runs by itself; nothing for jobs that go on for ever. */
export function JobSchedule(props: { job: JobDetail; deployment: Deployment }) {
  const { job, deployment } = props;
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const mayUpdate = useEntityPermission(jobUpdatePermission).allowed;
  const isScheduled = job.spec.schedule !== undefined;
  const schedule = useSchedule(
    { entityRef: job.entityRef, environment: deployment.environment },
    isScheduled,
  );
  if (job.processing !== 'batch') return null;
  const body = () => {
    if (!isScheduled) return <Text>{t('schedule.none')}</Text>;
    if (schedule.isPending) return <Skeleton width="100%" height={80} />;
    if (!schedule.data) {
      return (
        <LoadFailure
          title={t('schedule.loadFailed')}
          error={schedule.error}
          onRetry={schedule.refetch}
        />
      );
    }
    return <Schedule status={schedule.data} />;
  };
  return (
    <Section
      title={t('schedule.title')}
      actions={
        job.origin === 'portal' &&
        mayUpdate && (
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiCalendarScheduleLine />}
            onPress={() => setEditing(true)}
          >
            {t('schedule.edit')}
          </Button>
        )
      }
    >
      <Card>
        <CardBody>{body()}</CardBody>
      </Card>
      <Suspense fallback={null}>
        {isEditing && (
          <ScheduleDialog job={job} onClose={() => setEditing(false)} />
        )}
      </Suspense>
    </Section>
  );
}

function Schedule({ status }: { status: ScheduleStatus }) {
  const t = useText();
  return (
    <>
      {status.problem && <Alert status="danger" icon title={status.problem} />}
      {status.hold && (
        <Alert
          status="warning"
          icon
          title={t(`schedule.hold.${status.hold}`)}
        />
      )}
      <Facts>
        <Fact label={t('schedule.cron')}>
          <code>{status.cron}</code>
        </Fact>
        <Fact label={t('schedule.timezone')}>{status.timezone}</Fact>
        <Fact label={t('schedule.overlap')}>
          {t(`schedule.policy.${status.concurrencyPolicy}`)}
        </Fact>
        <Fact label={t('schedule.missed')}>
          {status.catchUp ? t('schedule.catchUp') : t('schedule.noCatchUp')}
        </Fact>
        <Fact label={t('schedule.next')} isWide>
          <NextTimes times={status.next} timezone={status.timezone} />
        </Fact>
      </Facts>
    </>
  );
}
