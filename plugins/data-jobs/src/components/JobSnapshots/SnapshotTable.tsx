import { useMemo } from 'react';
import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Table,
  Text,
} from '@backstage/ui';
import {
  RelativeTime,
  Section,
  TimeFormat,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
  Snapshot,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useDeploymentQuery } from '../../hooks/useDeploymentQuery';
import { Translate, useText } from '../../hooks/useText';
import { formatBytes } from '../../logic/formatBytes';
import { toSummary } from '../../logic/toSummary';
import { Requester } from '../Requester';
import { InsightView } from '../Insight';
import { useVerbDialog } from '../VerbDialog';
import { useVerbStates } from '../Verbs';
import styles from './JobSnapshots.module.css';

/** All snapshots that the job can be restored from, newest first. */
export function SnapshotTable(props: {
  job: JobDetail;
  deployment: Deployment;
}) {
  const t = useText();
  const format = useTimeFormat();
  const openDialog = useVerbDialog();
  const { job, deployment } = props;
  const summary = toSummary(job, deployment);
  const { states } = useVerbStates(summary);
  const obstacle = states.find(({ verb }) => verb === 'restore')?.why;
  const current = job.restorePoints[deployment.environment]?.id;
  const snapshots = useDeploymentQuery(
    'listSnapshots',
    { entityRef: job.entityRef, environment: deployment.environment },
    { interval: 10_000 },
  );
  const columns = useMemo(
    () => snapshotColumns(t, format, current),
    [t, format, current],
  );
  const actions: ColumnConfig<Snapshot> = {
    id: 'actions',
    label: t('snapshots.column.actions'),
    width: 170,
    cell: snapshot => (
      <Cell>
        <Button
          variant="secondary"
          size="small"
          isDisabled={obstacle !== undefined}
          aria-label={t('snapshots.restoreFrom', {
            kind: t(`snapshotKind.${snapshot.kind}`).toLocaleLowerCase(),
            when: format.absolute(snapshot.createdAt),
          })}
          onPress={() =>
            openDialog({
              verb: 'restore',
              job: summary,
              preset: { snapshot: snapshot.id },
            })
          }
        >
          {t('snapshots.restore')}
        </Button>
      </Cell>
    ),
  };
  return (
    <Section title={t('snapshots.title')}>
      <InsightView query={snapshots}>
        {items => (
          <>
            {obstacle && items.length > 0 && (
              <Text as="p" color="secondary" className={styles.note}>
                {`${t('snapshots.restore')}: ${obstacle}`}
              </Text>
            )}
            <Table
              columnConfig={[...columns, actions]}
              data={items}
              pagination={{ type: 'none' }}
              emptyState={<Text>{t('snapshots.empty')}</Text>}
            />
          </>
        )}
      </InsightView>
    </Section>
  );
}

function snapshotColumns(
  t: Translate,
  format: TimeFormat,
  current: string | undefined,
): ColumnConfig<Snapshot>[] {
  const notKnown = t('job.notKnown');
  return [
    {
      id: 'kind',
      label: t('snapshots.column.kind'),
      defaultWidth: '1.3fr',
      minWidth: 130,
      isRowHeader: true,
      cell: snapshot => (
        <Cell>
          {t(`snapshotKind.${snapshot.kind}`)}
          {snapshot.id === current && (
            <span className={styles.current}>{t('snapshots.current')}</span>
          )}
        </Cell>
      ),
    },
    {
      id: 'taken',
      label: t('snapshots.column.taken'),
      cell: snapshot => (
        <Cell>
          <RelativeTime iso={snapshot.createdAt} />
        </Cell>
      ),
    },
    {
      id: 'by',
      label: t('snapshots.column.by'),
      cell: snapshot => (
        <Cell>
          {snapshot.triggeredBy ? (
            <Requester by={snapshot.triggeredBy} />
          ) : (
            t('snapshots.byEngine')
          )}
        </Cell>
      ),
    },
    {
      id: 'version',
      label: t('snapshots.column.version'),
      cell: snapshot => (
        <CellText title={snapshot.version?.toString() ?? notKnown} />
      ),
    },
    {
      id: 'size',
      label: t('snapshots.column.size'),
      cell: snapshot => (
        <CellText
          title={
            snapshot.sizeBytes === undefined
              ? notKnown
              : formatBytes(snapshot.sizeBytes, format.number)
          }
        />
      ),
    },
    {
      id: 'location',
      label: t('snapshots.column.location'),
      defaultWidth: '3fr',
      cell: snapshot => (
        <Cell>
          <code className={styles.location}>{snapshot.location}</code>
        </Cell>
      ),
    },
  ];
}
