import { useMemo } from 'react';
import { Cell, CellText, ColumnConfig, Table, Text } from '@backstage/ui';
import {
  Duration,
  LoadFailure,
  RelativeTime,
  Section,
  TimeFormat,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { Run, mayBeLive } from '@datalark/backstage-plugin-data-jobs-common';
import { DeploymentTarget } from '../../hooks/useDeploymentQuery';
import { useRuns } from '../../hooks/useRuns';
import { Translate, useText } from '../../hooks/useText';
import { StateBadge } from '../StateBadge';
import styles from './JobHistory.module.css';

/** All incarnations of the job on its engine, newest first. */
export function RunTable(props: { target: DeploymentTarget }) {
  const t = useText();
  const format = useTimeFormat();
  const columns = useMemo(() => runColumns(t, format), [t, format]);
  const runs = useRuns(props.target);
  return (
    <Section title={t('runs.title')}>
      {runs.error && !runs.data ? (
        <LoadFailure
          title={t('runs.loadFailed')}
          error={runs.error}
          onRetry={runs.refetch}
        />
      ) : (
        <Table
          columnConfig={columns}
          data={runs.data}
          isPending={runs.isPending}
          pagination={{ type: 'none' }}
          emptyState={<Text>{t('runs.empty')}</Text>}
        />
      )}
    </Section>
  );
}

function runColumns(t: Translate, format: TimeFormat): ColumnConfig<Run>[] {
  const count = (value: number | undefined) =>
    value === undefined ? '–' : format.number(value);
  return [
    {
      id: 'state',
      label: t('runs.column.state'),
      isRowHeader: true,
      cell: run => (
        <Cell>
          <StateBadge state={run.state} />
          {run.message && <span className={styles.who}>{run.message}</span>}
        </Cell>
      ),
    },
    {
      id: 'started',
      label: t('runs.column.started'),
      cell: run => (
        <Cell>
          <RelativeTime iso={run.startedAt} />
        </Cell>
      ),
    },
    {
      id: 'lasted',
      label: t('runs.column.lasted'),
      cell: run => (
        <Cell>
          <Lasted run={run} />
        </Cell>
      ),
    },
    {
      id: 'version',
      label: t('runs.column.version'),
      width: 90,
      cell: run => <CellText title={String(run.version)} />,
    },
    {
      id: 'records',
      label: t('runs.column.records'),
      cell: run => (
        <Cell>
          {run.records
            ? t('runs.records', {
                read: count(run.records.read),
                written: count(run.records.written),
              })
            : t('job.notKnown')}
        </Cell>
      ),
    },
    {
      id: 'restoredFrom',
      label: t('runs.column.restoredFrom'),
      defaultWidth: '2fr',
      cell: run => (
        <Cell>
          {run.restoredFrom ? (
            <code className={styles.id}>{run.restoredFrom}</code>
          ) : (
            t('runs.clean')
          )}
        </Cell>
      ),
    },
    {
      id: 'engineJobId',
      label: t('runs.column.engineJobId'),
      defaultWidth: '1.5fr',
      cell: run => (
        <Cell>
          <code className={styles.id}>{run.engineJobId}</code>
        </Cell>
      ),
    },
  ];
}

function Lasted({ run }: { run: Run }) {
  const t = useText();
  if (run.endedAt) return <Duration from={run.startedAt} to={run.endedAt} />;
  return mayBeLive(run.state) ? (
    <>{t('runs.ongoing', { duration: <Duration from={run.startedAt} /> })}</>
  ) : (
    <>{t('job.notKnown')}</>
  );
}
