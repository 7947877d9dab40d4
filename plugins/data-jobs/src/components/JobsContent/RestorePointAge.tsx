import { JobSummary } from '@datalark/backstage-plugin-data-jobs-common';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';

/** `Checkpoint, 2 minutes ago`: what would be restored now; nothing for what never ran. */
export function RestorePointAge(props: { job: JobSummary }) {
  const t = useText();
  const { restorePoint, deployment } = props.job;
  if (restorePoint) {
    return (
      <span>
        {t(`snapshotKind.${restorePoint.kind}`)},{' '}
        <RelativeTime iso={restorePoint.createdAt} />
      </span>
    );
  }
  const ran = deployment.deployedVersion !== undefined;
  return <span>{ran ? t('list.noRestorePoint') : ''}</span>;
}
