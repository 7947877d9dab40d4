import { Alert } from '@backstage/ui';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import { Snapshot } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { losesState, StateConsequence } from '../../logic/stateConsequence';

/** Says what becomes of the state. */
export function ConsequenceText(props: { consequence: StateConsequence }) {
  const t = useText();
  const { consequence } = props;
  return (
    <Alert
      role="status"
      aria-live="polite"
      status={statusOf(consequence)}
      icon
      title={t('dialog.state')}
      description={
        'snapshot' in consequence
          ? t(`dialog.loss.${consequence.kind}`, {
              snapshot: <SnapshotPhrase snapshot={consequence.snapshot} />,
            })
          : t(`dialog.loss.${consequence.kind}`)
      }
    />
  );
}

function statusOf(consequence: StateConsequence) {
  if (losesState(consequence)) return 'danger';
  return consequence.kind === 'noneToResume' ? 'warning' : 'info';
}

/** `savepoint taken 3 minutes ago from version 2` */
export function SnapshotPhrase(props: { snapshot: Snapshot }) {
  const t = useText();
  const { kind, createdAt, version } = props.snapshot;
  const texts = {
    kind: t(`snapshotKind.${kind}`).toLocaleLowerCase(),
    when: <RelativeTime iso={createdAt} />,
  };
  return version === undefined
    ? t('dialog.snapshotPhrase', texts)
    : t('dialog.snapshotPhraseVersion', { ...texts, version: String(version) });
}
