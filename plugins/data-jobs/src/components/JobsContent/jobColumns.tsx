import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { EntityLink } from '@datalark/backstage-plugin-data-entities-react';
import {
  DEFAULT_ENVIRONMENT,
  JobSummary,
} from '@datalark/backstage-plugin-data-jobs-common';
import type { Translate } from '../../hooks/useText';
import { ListColumn } from '../../logic/jobListState';
import { DesiredLabel } from '../DesiredLabel';
import { HealthCell } from '../HealthBadge';
import { LastChangeText } from '../LastChangeText';
import { ObservedBadge } from '../StateBadge';
import { VerbMenu } from '../Verbs';
import { RestorePointAge } from './RestorePointAge';
import styles from './JobsContent.module.css';

/** A row of the list. */
export type JobRow = JobSummary & { id: string };

/** The columns of the list; what is not `shown` is hidden, but for name and actions. */
export function jobColumns(
  t: Translate,
  shown: readonly ListColumn[],
): ColumnConfig<JobRow>[] {
  return allColumns(t).map(column => ({
    ...column,
    isHidden:
      column.id !== 'name' &&
      column.id !== 'actions' &&
      !shown.includes(column.id as ListColumn),
  }));
}

function allColumns(t: Translate): ColumnConfig<JobRow>[] {
  return [
    {
      id: 'name',
      label: t('list.column.name'),
      isSortable: true,
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: 150,
      cell: job => (
        <Cell>
          <span className={styles.name}>
            <EntityLink
              entityRef={job.entityRef}
              title={job.title ?? job.name}
            />
            {job.description && (
              <span className={styles.description}>{job.description}</span>
            )}
          </span>
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: t('list.column.owner'),
      isSortable: true,
      minWidth: 105,
      cell: job => (
        <Cell>
          <EntityLink entityRef={job.owner} kind="Group" />
        </Cell>
      ),
    },
    {
      id: 'system',
      label: t('list.column.system'),
      isSortable: true,
      minWidth: 112,
      cell: job => (
        <Cell>
          {job.system && <EntityLink entityRef={job.system} kind="System" />}
        </Cell>
      ),
    },
    {
      id: 'type',
      label: t('list.column.type'),
      isSortable: true,
      minWidth: 100,
      cell: job => <CellText title={job.type} />,
    },
    {
      id: 'engine',
      label: t('list.column.engine'),
      isSortable: true,
      minWidth: 108,
      cell: job => <Cell>{job.deployment.engine}</Cell>,
    },
    {
      id: 'environment',
      label: t('list.column.environment'),
      isSortable: true,
      minWidth: 140,
      cell: job => (
        <CellText
          title={
            job.deployment.environment === DEFAULT_ENVIRONMENT
              ? ''
              : job.deployment.environment
          }
        />
      ),
    },
    {
      id: 'desired',
      label: t('list.column.desired'),
      isSortable: true,
      minWidth: 112,
      cell: job => (
        <Cell>
          <DesiredLabel desired={job.deployment.desired} />
        </Cell>
      ),
    },
    {
      id: 'observed',
      label: t('list.column.observed'),
      isSortable: true,
      minWidth: 115,
      defaultWidth: '1.3fr',
      cell: job => (
        <Cell>
          <ObservedBadge deployment={job.deployment} />
        </Cell>
      ),
    },
    {
      id: 'health',
      label: t('list.column.health'),
      isSortable: true,
      minWidth: 115,
      defaultWidth: '1.6fr',
      cell: job => (
        <Cell>
          <HealthCell health={job.deployment.observation.health} />
        </Cell>
      ),
    },
    {
      id: 'restorePoint',
      label: t('list.column.restorePoint'),
      isSortable: true,
      minWidth: 150,
      cell: job => (
        <Cell>
          <RestorePointAge job={job} />
        </Cell>
      ),
    },
    {
      id: 'lastChange',
      label: t('list.column.lastChange'),
      isSortable: true,
      minWidth: 140,
      defaultWidth: '1.6fr',
      cell: job => (
        <Cell>
          <span className={styles.lastChange}>
            <LastChangeText change={job.deployment.lastChange} />
          </span>
        </Cell>
      ),
    },
    {
      id: 'actions',
      label: t('list.column.actions'),
      width: 84,
      cell: job => (
        <Cell>
          <VerbMenu job={job} />
        </Cell>
      ),
    },
  ];
}
