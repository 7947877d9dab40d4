import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import { Requester } from '../Requester';

/** `Savepoint taken 3 minutes ago by Guest from version 2`, or what would be lost. */
export function RestorePointText(props: {
  snapshot: Snapshot | undefined;
  keepsState: boolean;
}) {
  const t = useText();
  const { snapshot } = props;
  if (!snapshot) {
    return (
      <>
        {props.keepsState
          ? t('job.restorePoint.none')
          : t('job.restorePoint.stateless')}
      </>
    );
  }
  return (
    <span title={snapshot.location}>
      {t('job.restorePoint.text', {
        kind: t(`snapshotKind.${snapshot.kind}`),
        when: <RelativeTime iso={snapshot.createdAt} />,
      })}{' '}
      {snapshot.triggeredBy
        ? t('job.restorePoint.by', {
            by: <Requester by={snapshot.triggeredBy} />,
          })
        : t('job.restorePoint.byEngine')}
      {snapshot.version !== undefined && (
        <>
          {' '}
          {t('job.restorePoint.version', { version: String(snapshot.version) })}
        </>
      )}
    </span>
  );
}
