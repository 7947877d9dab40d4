import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, ButtonLink, Skeleton } from '@backstage/ui';
import {
  errorStatus,
  LoadFailure,
  StaleNotice,
} from '@datalark/backstage-plugin-data-entities-react';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';
import { useJob } from '../../hooks/useJob';
import { useText } from '../../hooks/useText';
import { jobsRouteRef } from '../../routes';
import { VerbDialogProvider } from '../VerbDialog';
import { JobView } from './JobView';

/** The body of the tab Job of a DataJob. */
export function JobEntityContent() {
  const { entity } = useEntity();
  return (
    <DataJobsQueryProvider>
      <VerbDialogProvider>
        <LoadedJob entityRef={stringifyEntityRef(entity)} />
      </VerbDialogProvider>
    </DataJobsQueryProvider>
  );
}

function LoadedJob(props: { entityRef: string }) {
  const t = useText();
  const job = useJob(props.entityRef);
  const isMissing = errorStatus(job.error) === 404;
  if (job.data && isMissing) return <JobDeleted />;
  if (job.data) {
    return (
      <>
        <StaleNotice query={job} title={when => t('job.stale', { when })} />
        <JobView job={job.data} />
      </>
    );
  }
  if (job.isPending) return <Skeleton width="100%" height={320} />;
  if (isMissing) {
    return (
      <Alert
        status="info"
        icon
        title={t('job.notFound')}
        description={t('job.notFoundHint')}
      />
    );
  }
  return (
    <LoadFailure
      title={t('job.loadFailed')}
      error={job.error}
      onRetry={job.refetch}
    />
  );
}

/** What was on the page until a moment ago is no more. */
function JobDeleted() {
  const t = useText();
  const jobsLink = useRouteRef(jobsRouteRef);
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('job.deleted')}
      description={t('job.deletedHint')}
      customActions={
        jobsLink && (
          <ButtonLink variant="secondary" size="small" href={jobsLink()}>
            {t('job.toJobs')}
          </ButtonLink>
        )
      }
    />
  );
}
